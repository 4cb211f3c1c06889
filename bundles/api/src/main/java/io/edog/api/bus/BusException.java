package io.edog.api.bus;

/** The bus can't be used now. Its message says why, in a sentence. */
public class BusException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusException(String message, Throwable cause) {
        super(message, cause);
    }

    public BusException(String message) {
        super(message);
    }
}
