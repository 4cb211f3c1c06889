package io.edog.rest.internal.http;

import io.edog.api.service.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.ext.Provider;

/** Reads a body once its sender is known, up to the limit and not a byte further. */
@Provider
@PreMatching
@javax.annotation.Priority(Priorities.AUTHENTICATION + 1)
public final class BodyFilter implements ContainerRequestFilter {
    private final int limit;

    public BodyFilter(int limit) {
        this.limit = limit;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getEntityStream() == null) {
            return;
        }
        byte[] body = request.getEntityStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new ProblemException(HttpProblems.tooLarge(JsonPosition.lastField(body), limit));
        }
        request.setEntityStream(new ByteArrayInputStream(body));
    }
}
