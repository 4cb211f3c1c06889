package io.edog.rest.internal.http;

import io.edog.api.service.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.ext.Provider;

/** Reads a body once its sender is known, up to the limit of size and time and not a byte further. */
@Provider
@PreMatching
@javax.annotation.Priority(Priorities.AUTHENTICATION + 1)
public final class BodyFilter implements ContainerRequestFilter {
    private static final int PIECE = 8192;

    private final int limit;
    private final Duration patience;

    public BodyFilter(int limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getEntityStream() != null) {
            request.setEntityStream(new ByteArrayInputStream(whole(request.getEntityStream())));
        }
    }

    private byte[] whole(InputStream in) {
        try {
            return read(in);
        } catch (IOException e) {
            throw new ProblemException(HttpProblems.brokenOff());
        }
    }

    private byte[] read(InputStream in) throws IOException {
        long begun = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            body.write(piece, 0, n);
            if (body.size() > limit) {
                throw new ProblemException(HttpProblems.tooLarge(JsonPosition.lastField(body.toByteArray()), limit));
            }
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new ProblemException(HttpProblems.tooSlow(patience.toSeconds()));
            }
        }
        return body.toByteArray();
    }
}
