package io.edog.agent.internal.report;

import io.edog.agent.internal.record.SeenMark;
import io.edog.api.bus.Daemon;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeReport;
import java.util.List;

/** What a report says, but for what always changes. */
public record Snapshot(
        SeenMark answers,
        Daemon libvirt,
        List<GuestReport> guests,
        List<VolumeReport> volumes,
        List<PoolReport> pools) {
    /** Whether another says the same, as far as anybody waits for it: how full a pool is can wait for the heartbeat. */
    boolean same(Snapshot other) {
        return answers.equals(other.answers)
                && libvirt.equals(other.libvirt)
                && guests.equals(other.guests)
                && volumes.equals(other.volumes)
                && usable(pools).equals(usable(other.pools));
    }

    private static List<PoolReport> usable(List<PoolReport> pools) {
        return pools.stream()
                .map(it -> new PoolReport(it.id(), it.driver(), it.usable(), it.detail(), 0, 0))
                .toList();
    }
}
