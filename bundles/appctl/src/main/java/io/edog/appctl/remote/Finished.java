package io.edog.appctl.remote;

import java.util.Optional;

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

    /** What it complained of, or the last that it wrote; may be empty. */
    public String lastWords() {
        return after("error: ").orElseGet(() -> lastLine(err.isBlank() ? out : err));
    }

    /** What it said would help; may be empty. */
    public String cure() {
        return after("cure: ").orElse("");
    }

    private Optional<String> after(String word) {
        return err.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .reduce((before, line) -> line);
    }

    private static String lastLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).reduce("", (before, line) -> line);
    }
}
