package io.edog.appctl.remote;

/**
 * A process that has ended.
 *
 * @param code its exit code; of no meaning when it was ended for taking too long
 * @param out its standard output
 * @param err its standard error
 */
public record Finished(int code, String out, String err, boolean timedOut) {
    public boolean ok() {
        return !timedOut && code == 0;
    }

    /** The last line it complained with, or wrote at all; may be empty. */
    public String lastWords() {
        String text = err.isBlank() ? out : err;
        return text.strip().lines().reduce("", (before, line) -> line.isBlank() ? before : line.strip());
    }
}
