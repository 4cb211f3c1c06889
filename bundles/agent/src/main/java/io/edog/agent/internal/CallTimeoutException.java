package io.edog.agent.internal;

/** A call did not come back in time. It may still be carried out. */
public final class CallTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CallTimeoutException(String message) {
        super(message);
    }

    CallTimeoutException(String message, Throwable cause) {
        super(message, cause);
    }
}
