package io.edog.api.json;

/** What is to be read is of a later version, and nobody guesses at it. */
public final class UnknownFormatException extends JsonException {
    private static final long serialVersionUID = 1L;

    public UnknownFormatException(String message) {
        super(message);
    }
}
