package io.edog.away.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;

/** What is answered where the API is not. */
enum Answer {
    AWAY(HttpServletResponse.SC_SERVICE_UNAVAILABLE, """
            {"type":"unavailable","title":"Not available","status":503,"detail":"The API starts, stops, or is being upgraded.",\
            "cure":"Try again in a few seconds, or ask another manager."}"""),
    UNKNOWN(HttpServletResponse.SC_NOT_FOUND, """
            {"type":"unknown-path","title":"Not found","status":404,"detail":"There is nothing at this path.","field":"path",\
            "cure":"See /api/docs/ for the paths there are; all begin with /api/v1/."}""");

    private final int status;
    private final String problem;

    Answer(int status, String problem) {
        this.status = status;
        this.problem = problem;
    }

    void write(HttpServletResponse response) throws IOException {
        byte[] body = problem.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
