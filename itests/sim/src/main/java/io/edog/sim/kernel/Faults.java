package io.edog.sim.kernel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what goes wrong. Each schedule has its own mix: some kinds do not occur at all, others often. The faults of a schedule are
 * numbered in their order, so that a schedule can be tried again without some of them.
 */
public final class Faults {
    private static final double USUAL = 0.7;
    private static final double STRONGEST = 3;
    private static final double WEAKEST = 0.15;

    private final Dice dice;
    private final Trace trace;
    private final Predicate<Integer> allowed;
    private final Map<Fault, Double> strength = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private final List<Integer> done = new ArrayList<>();
    private int number;
    private boolean calm;

    /** With a mix drawn by lot. */
    public Faults(Dice dice, Trace trace, Predicate<Integer> allowed) {
        this.dice = dice;
        this.trace = trace;
        this.allowed = allowed;
        for (Fault fault : Fault.values()) {
            boolean occurs = dice.chance(USUAL);
            strength.put(fault, occurs ? WEAKEST + dice.unit() * (STRONGEST - WEAKEST) : 0);
        }
    }

    /** Whether a fault strikes here; {@code usual} is its chance in a schedule of usual strength, {@code where} words for the log. */
    public boolean strikes(Fault fault, double usual, Object... where) {
        if (calm || !dice.chance(usual * strength.getOrDefault(fault, 0.0))) {
            return false;
        }
        number++;
        if (!allowed.test(number)) {
            return false;
        }
        counts.merge(fault, 1, Integer::sum);
        done.add(number);
        trace.say("!! fault %d: %s: %s", number, fault.words(), words(where));
        return true;
    }

    private static String words(Object... where) {
        return Stream.of(where).map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** From now on nothing goes wrong. */
    public void calmDown() {
        calm = true;
    }

    public boolean calm() {
        return calm;
    }

    public Map<Fault, Integer> counts() {
        return counts;
    }

    /** The numbers of the faults that struck. */
    public List<Integer> done() {
        return done;
    }
}
