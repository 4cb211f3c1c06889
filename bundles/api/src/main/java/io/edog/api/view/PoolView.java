package io.edog.api.view;

import io.edog.api.bus.PoolReport;
import io.edog.api.model.Pool;
import io.edog.api.service.ClusterView;
import java.util.List;

/**
 * A pool.
 *
 * @param driver the kind of storage, such as {@code dir}
 * @param hosts what each host that knows it says of it now, in the order of their ids
 */
public record PoolView(String id, String name, String tenant, String driver, List<OnHost> hosts) {

    /**
     * A pool on one host.
     *
     * @param host id of the host
     * @param usable whether volumes can be made and used there now
     * @param detail why not, in a sentence; may be empty
     */
    public record OnHost(String host, boolean usable, String detail, long capacityBytes, long freeBytes) {}

    /** A pool as a view shows it. */
    public static PoolView of(Pool pool, ClusterView view) {
        List<OnHost> hosts =
                pool.hosts().stream().map(host -> onHost(pool.id(), host, view)).toList();
        return new PoolView(pool.id(), pool.name(), pool.tenant(), pool.driver(), hosts);
    }

    private static OnHost onHost(String pool, String host, ClusterView view) {
        return view.report(host).stream()
                .flatMap(report -> report.pools().stream())
                .filter(report -> report.id().equals(pool))
                .findFirst()
                .map(report -> reported(host, report))
                .orElse(new OnHost(host, false, "No report of it has come from this host.", 0, 0));
    }

    private static OnHost reported(String host, PoolReport report) {
        return new OnHost(host, report.usable(), report.detail(), report.capacityBytes(), report.freeBytes());
    }
}
