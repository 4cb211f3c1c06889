package io.edog.sim.kernel;

import java.util.List;

/** Lots drawn from one seed (SplitMix64): the same calls give the same lots everywhere. Not thread-safe. */
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    public Dice(long seed) {
        // Mixed: SplitMix64 goes on by the same step, so that seeds in a row would give the same lots, one later each.
        this.state = mixed(seed * GOLDEN + 0x632BE59BD9B4E019L);
    }

    public long next() {
        state += GOLDEN;
        return mixed(state);
    }

    private static long mixed(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /** At least 0 and less than 1. */
    public double unit() {
        return (next() >>> 11) * UNIT;
    }

    public int below(int bound) {
        return (int) Math.floorMod(next(), (long) bound);
    }

    /** At least {@code from} and less than {@code to}. */
    public long between(long from, long to) {
        return from + Math.floorMod(next(), to - from);
    }

    /** As {@link #between}, but small ones as often as large ones of each size. */
    public long skewed(long from, long to) {
        double ratio = (double) to / from;
        return (long) (from * Math.pow(ratio, unit()));
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    public <T> T pick(List<T> all) {
        return all.get(below(all.size()));
    }
}
