package io.edog.away.internal;

import java.io.IOException;
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

    private static boolean ofTheApi(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        return path.equals(API) || path.startsWith(API + "/");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        (ofTheApi(request) ? Answer.AWAY : Answer.UNKNOWN).write(response);
    }
}
