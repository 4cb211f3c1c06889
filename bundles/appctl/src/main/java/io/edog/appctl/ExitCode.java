package io.edog.appctl;

/** The exit codes of edog's commands. */
public final class ExitCode {
    public static final int OK = 0;
    /** Refused, failed or violated. */
    public static final int FAILED = 1;
    /** Unknown command, option or argument. */
    public static final int USAGE = 2;
    /** What should answer is not there. */
    public static final int UNREACHABLE = 3;

    public static final int TIMED_OUT = 4;

    private ExitCode() {}
}
