package io.edog.rest.internal.http;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.cxf.interceptor.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a problem; what nobody expected goes to the log, not to the caller. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    public static Problem problem(Throwable failure) {
        Throwable cause = unwrap(failure);
        if (cause instanceof ProblemException known) {
            return known.problem();
        }
        if (cause instanceof TimeoutException) {
            return HttpProblems.late();
        }
        if (cause instanceof RejectedExecutionException) {
            return Problem.unavailable("Too many answers wait to be given.", "Try again in a few seconds.");
        }
        String id = UUID.randomUUID().toString();
        LOG.error("request failed unexpectedly, told its caller as {}", id, cause);
        return HttpProblems.unexpected(id);
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wrapper = failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof Fault;
        return wrapper && cause != null ? unwrap(cause) : failure;
    }
}
