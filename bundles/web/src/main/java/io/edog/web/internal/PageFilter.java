package io.edog.web.internal;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/** Sets the headers that protect the page, says what may be cached, and finds the page behind its bare address. */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern(Page.FILES)
public final class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        protect(response);
        response.setHeader("Cache-Control", Page.caching(path));
        if (path.equals("/ui")) {
            response.sendRedirect(Page.ADDRESS);
        } else if (path.equals(Page.ADDRESS)) {
            request.getRequestDispatcher(Page.INDEX).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", Page.POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    }
}
