package io.edog.api.member;

/** The voters can't be told, or changed; the message says why and what to do, for an operator. Nothing was changed unless it says so. */
public final class EnsembleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EnsembleException(String message) {
        super(message);
    }

    public EnsembleException(String message, Throwable cause) {
        super(message, cause);
    }
}
