package io.edog.web.internal;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Finds the page behind its bare address. No filter does it: while other features' servlets come and go, Jetty leaves filters out for a
 * moment ({@code ServletHandler.updateMappings}), and the directory itself is forbidden.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("edog-page-entrance")
@HttpWhiteboardServletPattern({"/ui", Page.ADDRESS})
public final class EntranceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getRequestURI().equals(Page.ADDRESS)) {
            Page.protect(response, Page.INDEX);
            request.getRequestDispatcher(Page.INDEX).forward(request, response);
        } else {
            response.sendRedirect(Page.ADDRESS);
        }
    }
}
