package io.edog.sim.run;

import java.util.List;

/**
 * A seed that breaks a rule.
 *
 * @param step the event at which it was broken, in the shrunk schedule
 * @param shrunk numbers of the faults that are enough for it
 * @param log the shrunk schedule
 */
public record Failure(long seed, String rule, String detail, long step, List<Integer> shrunk, List<String> log) {}
