package io.edog.api.state;

import java.io.IOException;

/** What was read is not a whole, undamaged state of a format this version knows. Its message says why, in a sentence. */
public final class StateFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public StateFormatException(String message) {
        super(message);
    }

    public StateFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
