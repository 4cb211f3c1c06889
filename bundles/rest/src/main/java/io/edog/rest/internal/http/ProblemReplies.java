package io.edog.rest.internal.http;

import io.edog.api.json.Json;
import io.edog.api.service.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;

/** Problems as replies, from JAX-RS and from bare servlets. */
public final class ProblemReplies {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What is at fault when the cluster only says of what kind the problem is. */
    private static final Map<String, String> FIELDS =
            Map.of("not-found", "id", "wrong-state", "state", "unauthenticated", "Authorization");

    private ProblemReplies() {}

    /** A problem as a reply. */
    public static Response of(Problem bare) {
        Problem problem = located(bare);
        Response.ResponseBuilder reply =
                Response.status(problem.status()).type(MEDIA_TYPE).entity(problem);
        if (problem.status() == 401) {
            reply.header(HttpHeaders.WWW_AUTHENTICATE, Headers.CHALLENGE);
        }
        return reply.build();
    }

    /** Answers with a problem. */
    public static void write(HttpServletResponse response, Problem bare) throws IOException {
        Problem problem = located(bare);
        byte[] body = Json.write(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        if (problem.status() == 401) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Headers.CHALLENGE);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Problem located(Problem problem) {
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.field().or(() -> Optional.ofNullable(FIELDS.get(problem.type()))),
                problem.cure());
    }
}
