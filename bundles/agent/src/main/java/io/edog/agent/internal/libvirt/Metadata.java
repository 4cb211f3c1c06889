package io.edog.agent.internal.libvirt;

import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainSpec;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What a domain says of itself, in an element of edog's in its libvirt metadata.
 *
 * @param bootId boot of the host it was created in
 * @param operation id of the task that began it
 */
record Metadata(DomainKey key, String bootId, String operation) {
    static final String NAMESPACE = "https://edog.io/domain/1";
    static final String ELEMENT = "edog:domain";

    static Metadata of(DomainSpec spec) {
        return new Metadata(spec.key(), spec.bootId(), spec.operation());
    }

    void writeTo(Element element) {
        element.setAttribute("vm", key.vm());
        element.setAttribute("run", Long.toString(key.run()));
        element.setAttribute("boot", bootId);
        element.setAttribute("operation", operation);
    }

    /** Reads the element; empty if it is not one that edog wrote. */
    static Optional<Metadata> parse(String xml) {
        return Xml.parse(xml).flatMap(element -> {
            try {
                DomainKey key = new DomainKey(element.getAttribute("vm"), Long.parseLong(element.getAttribute("run")));
                return Optional.of(new Metadata(key, element.getAttribute("boot"), element.getAttribute("operation")));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }
}
