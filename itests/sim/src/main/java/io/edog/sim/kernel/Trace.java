package io.edog.sim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** The log of one schedule, kept only when somebody will read it. */
public final class Trace {
    private static final int MOST_LINES = 20_000;

    private final boolean kept;
    private final List<String> lines = new ArrayList<>();
    private LongSupplier now = () -> 0;

    public Trace(boolean kept) {
        this.kept = kept;
    }

    public void clock(LongSupplier nanos) {
        now = nanos;
    }

    public boolean kept() {
        return kept;
    }

    /** Adds a line; the format is as of {@link String#format}. */
    public void say(String format, Object... arguments) {
        if (kept && lines.size() < MOST_LINES) {
            double millis = now.getAsLong() / 1e6;
            lines.add(
                    String.format(Locale.ROOT, "%10.3f ms  ", millis) + String.format(Locale.ROOT, format, arguments));
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
