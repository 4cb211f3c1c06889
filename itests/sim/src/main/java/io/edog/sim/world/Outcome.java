package io.edog.sim.world;

import io.edog.sim.kernel.Fault;
import io.edog.sim.oracle.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a schedule went.
 *
 * @param struck numbers of the faults that struck
 * @param counts what happened how often
 */
public record Outcome(
        Optional<Violation> violation,
        long steps,
        long fingerprint,
        List<Integer> struck,
        Map<String, Integer> counts) {
    static Outcome of(World world) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<Fault, Integer> fault : world.faults.counts().entrySet()) {
            counts.put(fault.getKey().words(), fault.getValue());
        }
        counts.put("processes dead", world.kills);
        counts.put("states installed", world.installs);
        counts.put("trims", world.trims);
        counts.putAll(world.oracle.counts());
        return new Outcome(
                world.oracle.violation(),
                world.scheduler.steps(),
                world.scheduler.fingerprint(),
                List.copyOf(world.faults.done()),
                counts);
    }
}
