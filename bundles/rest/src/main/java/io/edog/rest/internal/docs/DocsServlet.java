package io.edog.rest.internal.docs;

import io.edog.rest.internal.http.Headers;
import io.edog.rest.internal.http.HttpProblems;
import io.edog.rest.internal.http.ProblemReplies;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Swagger UI at {@code /api/docs/}, from this bundle and from nowhere else. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("edog-docs")
@HttpWhiteboardServletPattern("/api/docs/*")
public final class DocsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "index.html", "text/html;charset=utf-8",
            "init.js", "text/javascript;charset=utf-8",
            "swagger-ui.css", "text/css;charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript;charset=utf-8",
            "favicon-32x32.png", "image/png");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.protect(response);
        String path = request.getPathInfo();
        if (path == null) {
            response.sendRedirect("/api/docs/");
            return;
        }
        String file = path.equals("/") ? "index.html" : path.substring(1);
        String type = FILES.get(file);
        if (type == null) {
            ProblemReplies.write(response, HttpProblems.ofStatus(404));
            return;
        }
        send(response, file, type);
    }

    private static void send(HttpServletResponse response, String file, String type) throws IOException {
        try (InputStream in = DocsServlet.class.getResourceAsStream("/swagger-ui/" + file)) {
            if (in == null) {
                ProblemReplies.write(response, HttpProblems.ofStatus(404));
                return;
            }
            response.setContentType(type);
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("Cache-Control", "max-age=3600");
            in.transferTo(response.getOutputStream());
        }
    }
}
