package io.edog.rest.internal.http;

import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** Problems, and what should not happen, as replies. */
@Provider
public final class UnexpectedMapper implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
        return ProblemReplies.of(Failures.problem(failure));
    }
}
