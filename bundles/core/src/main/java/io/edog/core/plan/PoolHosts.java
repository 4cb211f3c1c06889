package io.edog.core.plan;

import io.edog.api.bus.PoolReport;
import io.edog.api.model.Pool;
import java.util.Optional;

/** Which host can work on a pool now. */
final class PoolHosts {
    private PoolHosts() {}

    /** The host that has the work already, while it answers; else the first that answers and can. */
    static Optional<String> choose(PlanContext context, Optional<String> present, String pool) {
        if (present.isPresent()) {
            return present;
        }
        return context.draft.state().find(Pool.class, pool).stream()
                .flatMap(p -> p.hosts().stream())
                .filter(host -> usable(context, host, pool))
                .findFirst();
    }

    static boolean usable(PlanContext context, String host, String pool) {
        return context.heard(host)
                .map(seen -> seen.report().pools().stream()
                        .filter(PoolReport::usable)
                        .anyMatch(p -> p.id().equals(pool)))
                .orElse(false);
    }
}
