package io.edog.api.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of object in the replicated state. The word is the same in events, tables, tasks and paths. */
public enum Kind {
    VM,
    HOST,
    POOL,
    VOLUME,
    TEMPLATE,
    TASK,
    USER,
    SESSION,
    OUTCOME,
    SETTINGS;

    /** The lower-case word used outside Java, such as {@code vm}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind that a word names, or empty. */
    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Whether people may list objects of this kind; outcomes and settings are bookkeeping, sessions are secrets' shadows. */
    public boolean listed() {
        return this != OUTCOME && this != SESSION && this != SETTINGS;
    }
}
