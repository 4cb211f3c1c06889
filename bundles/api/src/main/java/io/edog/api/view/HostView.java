package io.edog.api.view;

import io.edog.api.bus.HostReport;
import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.service.ClusterView;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A host.
 *
 * @param reason why {@code state} is so, in a sentence; may be empty
 * @param since when {@code state} began
 * @param agent {@code up}, or why it does not answer
 * @param libvirt {@code up}, or why it does not answer
 * @param freeMiB free memory in MiB by its newest report, if one has come
 */
public record HostView(
        String id,
        String name,
        HostState state,
        String reason,
        Instant since,
        String agent,
        String libvirt,
        int cpus,
        long memoryMiB,
        OptionalLong freeMiB,
        String bootId,
        Map<String, String> labels) {

    /** A host as a view shows it. */
    public static HostView of(Host host, ClusterView view) {
        return new HostView(
                host.id(),
                host.name(),
                host.state(),
                host.reason(),
                host.since(),
                host.agent(),
                host.libvirt(),
                host.cpus(),
                host.memoryMiB(),
                view.report(host.id())
                        .map(HostReport::freeMiB)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty()),
                host.bootId(),
                host.labels());
    }
}
