package io.edog.itests.history.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The managers as one client knows them: it leaves one that did not answer alone for a while, as long as there are others. */
final class Endpoints {
    private static final long AWAY_NS = TimeUnit.SECONDS.toNanos(1);

    private final List<Endpoint> all;
    private final Random random;
    private final Map<Endpoint, Long> failed = new HashMap<>();

    Endpoints(List<Endpoint> all, Random random) {
        this.all = List.copyOf(all);
        this.random = random;
    }

    /** Any that is not known to be away; if all are, any. */
    Endpoint any() {
        List<Endpoint> here = all.stream().filter(this::here).toList();
        List<Endpoint> some = here.isEmpty() ? all : here;
        return some.get(random.nextInt(some.size()));
    }

    boolean someAway() {
        return !all.stream().allMatch(this::here);
    }

    private boolean here(Endpoint endpoint) {
        Long at = failed.get(endpoint);
        return at == null || System.nanoTime() - at > AWAY_NS;
    }

    /** One did not answer, or could not. */
    void away(Endpoint endpoint) {
        failed.put(endpoint, System.nanoTime());
    }
}
