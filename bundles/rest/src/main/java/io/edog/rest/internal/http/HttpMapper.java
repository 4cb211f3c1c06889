package io.edog.rest.internal.http;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** What JAX-RS itself refuses: unknown paths, wrong methods, wrong media types. */
@Provider
public final class HttpMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return ProblemReplies.of(Failures.problem(failure));
        }
        Response reply = ProblemReplies.of(HttpProblems.ofStatus(status));
        Object allow = failure.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
        return allow == null
                ? reply
                : Response.fromResponse(reply).header(HttpHeaders.ALLOW, allow).build();
    }
}
