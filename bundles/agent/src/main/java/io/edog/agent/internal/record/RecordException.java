package io.edog.agent.internal.record;

/** The agent's memory can't be written. Its message says why. */
public final class RecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
