package io.edog.sim.run;

import io.edog.sim.kernel.Trace;
import io.edog.sim.world.Outcome;
import io.edog.sim.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** Leaves faults out of a schedule as long as the same rule is still broken: what remains is what it takes. */
final class Shrinker {
    private static final int MOST_TRIES = 400;

    private final Executor crew;
    private final long seed;
    private final String rule;
    private int tries;

    Shrinker(Executor crew, long seed, String rule) {
        this.crew = crew;
        this.seed = seed;
        this.rule = rule;
    }

    /** Faults that are enough; the numbers are of the schedule that has just these. */
    Set<Integer> shrink(List<Integer> struck) {
        List<Integer> left = new ArrayList<>(struck);
        int chunk = Math.max(1, left.size() / 2);
        while (chunk >= 1 && tries < MOST_TRIES) {
            boolean smaller = false;
            for (int from = 0; from < left.size() && tries < MOST_TRIES; ) {
                List<Integer> fewer = new ArrayList<>(left);
                fewer.subList(from, Math.min(left.size(), from + chunk)).clear();
                if (broken(new HashSet<>(fewer))) {
                    left = fewer;
                    smaller = true;
                } else {
                    from += chunk;
                }
            }
            chunk = smaller ? Math.min(chunk, Math.max(1, left.size() / 2)) : chunk / 2;
        }
        return new HashSet<>(left);
    }

    private boolean broken(Set<Integer> allowed) {
        tries++;
        Outcome outcome = new World(seed, crew, new Trace(false), allowed::contains).run();
        return outcome.violation().filter(v -> v.rule().equals(rule)).isPresent();
    }
}
