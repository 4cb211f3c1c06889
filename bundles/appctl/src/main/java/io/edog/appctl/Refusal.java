package io.edog.appctl;

/** A command cannot be done, and says why and what helps. Never shown with a stack trace. */
public final class Refusal extends RuntimeException {
    private final int code;
    private final String cure;

    public Refusal(int code, String message, String cure) {
        super(message);
        this.code = code;
        this.cure = cure;
    }

    /** Something the caller wrote is wrong. */
    public static Refusal usage(String message, String cure) {
        return new Refusal(ExitCode.USAGE, message, cure);
    }

    public static Refusal failed(String message, String cure) {
        return new Refusal(ExitCode.FAILED, message, cure);
    }

    public int code() {
        return code;
    }

    public String cure() {
        return cure;
    }
}
