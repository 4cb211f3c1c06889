package io.edog.rest.internal.server;

import io.edog.api.service.Problem;
import io.edog.rest.internal.http.Headers;
import io.edog.rest.internal.http.HttpProblems;
import io.edog.rest.internal.http.ProblemReplies;
import java.io.IOException;
import java.util.Objects;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** What is under {@code /api} and nowhere; and the API while it is away, which is no reason to call what it has unknown. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("edog-unknown-path")
@HttpWhiteboardServletPattern("/api/*")
public final class UnknownPathServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String API = "/v1";
    private static final Problem AWAY = Problem.unavailable(
            "The API starts, or is being upgraded.", "Try again in a few seconds, or ask another manager.");

    private static boolean ofTheApi(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.equals(API) || path.startsWith(API + "/");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.protect(response);
        ProblemReplies.write(response, ofTheApi(request) ? AWAY : HttpProblems.ofStatus(404));
    }
}
