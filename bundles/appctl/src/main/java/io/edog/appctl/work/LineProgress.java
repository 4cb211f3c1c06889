package io.edog.appctl.work;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A line for each step, for logs and pipes. Percentages are left out. */
public final class LineProgress implements Progress {
    private final PrintWriter out;
    private final long since;
    private final Map<String, String> shown = new HashMap<>();

    /** @param since the time of {@link System#nanoTime} that seconds are counted from */
    public LineProgress(PrintWriter out, long since) {
        this.out = out;
        this.since = since;
    }

    @Override
    public synchronized void step(Target target, String what) {
        String plain = what.replaceAll("\\s*\\d+%", "");
        if (!plain.equals(shown.put(target.name(), plain))) {
            line(target, plain);
        }
    }

    @Override
    public synchronized void done(Target target, Outcome outcome) {
        line(target, outcome.kind().word() + (outcome.detail().isEmpty() ? "" : ": " + outcome.detail()));
    }

    @Override
    public void end() {
        out.flush();
    }

    private void line(Target target, String what) {
        long seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
        out.printf("%4d s  %s: %s%n", seconds, target.name(), what);
        out.flush();
    }
}
