package io.edog.api.journal;

/**
 * The place of an entry in the journal.
 *
 * @param value 0 is the empty journal; the first entry has 1
 */
public record Index(long value) implements Comparable<Index> {
    /** Before the first entry. */
    public static final Index ZERO = new Index(0);

    public Index {
        if (value < 0) {
            throw new IllegalArgumentException("an index is never negative: " + value);
        }
    }

    /** The next place. */
    public Index next() {
        return new Index(value + 1);
    }

    /** Whether this place is at or behind another. */
    public boolean reached(Index other) {
        return value >= other.value;
    }

    @Override
    public int compareTo(Index other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
