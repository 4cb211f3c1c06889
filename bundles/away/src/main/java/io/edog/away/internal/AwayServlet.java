package io.edog.away.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * What is under {@code /api} and nowhere; and the API while it is away, which is no reason to call what it has unknown. In a bundle of
 * its own that starts before the API and ends after it: within one bundle the servlets come and go in no certain order, and a caller
 * that asks in between would be told 404.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("edog-away")
@HttpWhiteboardServletPattern("/api/*")
public final class AwayServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String API = "/v1";
    private static final String AWAY = """
            {"type":"unavailable","title":"Not available","status":503,"detail":"The API starts, stops, or is being upgraded.",\
            "cure":"Try again in a few seconds, or ask another manager."}""";
    private static final String UNKNOWN = """
            {"type":"unknown-path","title":"Not found","status":404,"detail":"There is nothing at this path.","field":"path",\
            "cure":"See /api/docs/ for the paths there are; all begin with /api/v1/."}""";

    private static boolean ofTheApi(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.equals(API) || path.startsWith(API + "/");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        if (ofTheApi(request)) {
            write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, AWAY);
        } else {
            write(response, HttpServletResponse.SC_NOT_FOUND, UNKNOWN);
        }
    }

    private static void write(HttpServletResponse response, int status, String problem) throws IOException {
        byte[] body = problem.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
