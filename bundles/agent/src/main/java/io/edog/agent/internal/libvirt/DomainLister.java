package io.edog.agent.internal.libvirt;

import io.edog.api.hypervisor.Domain;
import io.edog.libvirt.DomainStatus;
import io.edog.libvirt.LibvirtConnection;
import io.edog.libvirt.LibvirtFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lists edog's domains over one connection. A domain's metadata never changes in its life, so it is asked for once; a
 * new connection may meet a new daemon, which counts lives anew, so a lister serves one connection.
 */
final class DomainLister {
    private static final int INACTIVE = -1;

    private final Map<Life, Metadata> known = new ConcurrentHashMap<>();

    private record Life(String uuid, int id) {}

    List<Domain> list(LibvirtConnection connection) throws LibvirtFailure {
        List<Domain> ours = new ArrayList<>();
        List<Life> seen = new ArrayList<>();
        for (DomainStatus status : connection.domains()) {
            if (status.name().startsWith(DomainXml.NAME_PREFIX)) {
                seen.add(life(status));
                domain(connection, status).ifPresent(ours::add);
            }
        }
        known.keySet().retainAll(seen);
        return ours;
    }

    /** What a domain says of itself; empty if it is none of edog's. */
    Optional<Domain> domain(LibvirtConnection connection, DomainStatus status) throws LibvirtFailure {
        return metadata(connection, status).map(metadata -> LibvirtStates.domain(metadata, status));
    }

    private Optional<Metadata> metadata(LibvirtConnection connection, DomainStatus status) throws LibvirtFailure {
        Optional<Metadata> remembered = Optional.ofNullable(known.get(life(status)));
        if (remembered.isPresent()) {
            return remembered;
        }
        Optional<Metadata> read = connection
                .metadata(status.uuid(), Metadata.NAMESPACE)
                .flatMap(Metadata::parse)
                .filter(metadata -> metadata.key().vm().equals(status.uuid()));
        if (status.id() != INACTIVE) {
            read.ifPresent(metadata -> known.put(life(status), metadata));
        }
        return read;
    }

    private static Life life(DomainStatus status) {
        return new Life(status.uuid(), status.id());
    }
}
