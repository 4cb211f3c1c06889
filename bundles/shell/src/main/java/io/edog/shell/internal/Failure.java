package io.edog.shell.internal;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.shell.wire.ExitCode;
import java.time.Duration;
import java.util.Optional;

/** A command's end without success: the problem for people, the exit code for programs. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final transient Problem problem;
    private final int exitCode;

    private Failure(Problem problem, int exitCode) {
        super(problem.detail());
        this.problem = problem;
        this.exitCode = exitCode;
    }

    /** Something the cluster refused, or could not do. */
    public static Failure of(Problem problem) {
        return new Failure(
                problem,
                switch (problem.status()) {
                    case SERVICE_UNAVAILABLE -> ExitCode.UNREACHABLE;
                    case GATEWAY_TIMEOUT -> ExitCode.TIMED_OUT;
                    default -> ExitCode.FAILED;
                });
    }

    /** A task that did not succeed, whatever the reason. */
    public static Failure ofTask(Problem problem) {
        return new Failure(problem, ExitCode.FAILED);
    }

    /** As {@link #of(Problem)}, for the exception that carries one. */
    public static Failure of(ProblemException e) {
        return of(e.problem());
    }

    /** A command line that can't be meant. */
    public static Failure usage(String argument, String detail, String cure) {
        return new Failure(Problem.invalid(argument, detail, cure), ExitCode.USAGE);
    }

    /** What should answer is not there. */
    public static Failure away(String detail, String cure) {
        return of(Problem.unavailable(detail, cure));
    }

    /** A wait that reached its limit; what was asked for may still happen. */
    public static Failure timedOut(String what, Duration limit) {
        return of(new Problem(
                "timed-out",
                "Timed out",
                GATEWAY_TIMEOUT,
                what + " took longer than " + limit.toSeconds() + " s; it may still happen.",
                Optional.empty(),
                Optional.of("Look at the task with edog:task-list, or wait longer with --timeout.")));
    }

    /** The person pressed Ctrl-C, or the connection went. */
    public static Failure interrupted() {
        return of(Problem.failed(
                "interrupted", "The wait was interrupted.", "What was accepted goes on; look at edog:task-list."));
    }

    public Problem problem() {
        return problem;
    }

    public int exitCode() {
        return exitCode;
    }
}
