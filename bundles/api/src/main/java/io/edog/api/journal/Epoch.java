package io.edog.api.journal;

/**
 * The term of one leader. Each new leader has a higher one, and the journal takes entries of the newest only.
 *
 * @param value rises by at least one with each leader
 */
public record Epoch(long value) implements Comparable<Epoch> {
    /** Before the first leader. */
    public static final Epoch ZERO = new Epoch(0);

    @Override
    public int compareTo(Epoch other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
