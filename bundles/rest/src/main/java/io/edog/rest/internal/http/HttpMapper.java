package io.edog.rest.internal.http;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;

/** What JAX-RS itself refuses: unknown paths, wrong methods, wrong media types. */
@Provider
public final class HttpMapper implements ExceptionMapper<WebApplicationException> {
    private final AllowedMethods allowed;

    /** The present request's; set by JAX-RS. */
    @Context
    private UriInfo uri;

    public HttpMapper(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @Override
    public Response toResponse(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (status >= 500) {
            return ProblemReplies.of(Failures.problem(failure));
        }
        Response reply = ProblemReplies.of(HttpProblems.ofStatus(status));
        return status == 405
                ? Response.fromResponse(reply)
                        .header(
                                HttpHeaders.ALLOW,
                                allowed.of("/" + uri.getPath().replaceFirst("^/", "")))
                        .build()
                : reply;
    }
}
