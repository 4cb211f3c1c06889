package io.edog.appctl.work;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line a host on a terminal, rewritten in place. */
public final class LiveProgress implements Progress {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR = "\u001b[2K\r";
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final Map<String, String> lines = new LinkedHashMap<>();
    private int drawn;

    public LiveProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void step(Target target, String what) {
        show(target, "…", what);
    }

    @Override
    public synchronized void done(Target target, Outcome outcome) {
        String text = outcome.detail().isEmpty() ? outcome.kind().word() : outcome.detail();
        show(target, outcome.good() ? "✓" : "✗", text);
    }

    /** Takes the lines away: the summary says it all again. */
    @Override
    public synchronized void end() {
        if (drawn > 0) {
            out.printf(UP, drawn);
            out.print("\u001b[2K\n".repeat(drawn));
            out.printf(UP, drawn);
            out.flush();
        }
        lines.clear();
        drawn = 0;
    }

    private void show(Target target, String mark, String what) {
        String line = "  %s %-12s %s".formatted(mark, target.name(), what);
        String cut = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
        if (!cut.equals(lines.put(target.name(), cut))) {
            draw();
        }
    }

    private void draw() {
        if (drawn > 0) {
            out.printf(UP, drawn);
        }
        lines.values().forEach(line -> out.print(CLEAR + line + "\n"));
        drawn = lines.size();
        out.flush();
    }
}
