package io.edog.core.plan;

import io.edog.api.bus.PoolReport;
import io.edog.api.model.Pool;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which host can work on a pool now. */
final class PoolHosts {
    private static final int HOSTS_NAMED = 3;

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

    /** Why none can, host by host. */
    static String whyNone(PlanContext context, String pool) {
        String hosts = context.draft.state().find(Pool.class, pool).stream()
                .flatMap(p -> p.hosts().stream())
                .limit(HOSTS_NAMED)
                .map(host -> host + ": " + why(context, host, pool))
                .collect(Collectors.joining("; "));
        return "no host can use pool " + pool + " now" + (hosts.isEmpty() ? "" : " (" + hosts + ")");
    }

    private static String why(PlanContext context, String host, String pool) {
        return context.heard(host)
                .map(seen -> seen.report().pools().stream()
                        .filter(p -> p.id().equals(pool))
                        .findFirst()
                        .map(PoolReport::detail)
                        .orElse("it does not report that pool"))
                .orElse("it does not answer");
    }

    static boolean usable(PlanContext context, String host, String pool) {
        return context.heard(host)
                .map(seen -> seen.report().pools().stream()
                        .filter(PoolReport::usable)
                        .anyMatch(p -> p.id().equals(pool)))
                .orElse(false);
    }
}
