package io.edog.rest.internal.server;

import io.edog.rest.internal.http.Headers;
import io.edog.rest.internal.http.HttpProblems;
import io.edog.rest.internal.http.ProblemReplies;
import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** What is under {@code /api} and nowhere. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("edog-unknown-path")
@HttpWhiteboardServletPattern("/api/*")
public final class UnknownPathServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.protect(response);
        ProblemReplies.write(response, HttpProblems.ofStatus(404));
    }
}
