package io.edog.rest.internal.server;

import io.edog.rest.internal.http.Headers;
import io.edog.rest.internal.http.HttpProblems;
import io.edog.rest.internal.http.ProblemReplies;
import java.io.IOException;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /tables} where the first edog had it: the same as {@code /api/v1/tables}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("edog-tables")
@HttpWhiteboardServletPattern({"/tables", "/tables/*"})
@HttpWhiteboardServletAsyncSupported
public final class OldTablesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String TARGET = "/api/v1/tables";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String rest = request.getPathInfo() == null ? "" : request.getPathInfo();
        RequestDispatcher target = rest.matches("(/[a-z_]{0,40})?")
                ? request.getServletContext().getRequestDispatcher(TARGET + (rest.equals("/") ? "" : rest))
                : null;
        if (target == null) {
            Headers.protect(response);
            ProblemReplies.write(response, HttpProblems.ofStatus(404));
            return;
        }
        target.forward(request, response);
    }
}
