package io.edog.agent.internal;

import java.util.Optional;

/** What went wrong, in words. */
public final class Reason {
    private Reason() {}

    /** An exception's message, or at least its kind. */
    public static String of(Throwable e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}
