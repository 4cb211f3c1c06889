package io.edog.rest.internal.events;

import io.edog.api.service.Problem;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.RestConfig;
import io.edog.rest.internal.http.Failures;
import io.edog.rest.internal.http.Headers;
import io.edog.rest.internal.http.HttpProblems;
import io.edog.rest.internal.http.ProblemReplies;
import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /api/v1/events}: what happens, as server-sent events. */
@Component(service = Servlet.class, configurationPid = RestConfig.PID)
@HttpWhiteboardServletName("edog-events")
@HttpWhiteboardServletPattern("/api/v1/events")
@HttpWhiteboardServletAsyncSupported
public final class EventsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Streams streams;

    @Activate
    public EventsServlet(@Reference Backends backends, RestConfig config) {
        this.streams = new Streams(backends, config);
    }

    @Deactivate
    public void deactivate() {
        streams.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.protect(response);
        if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            ProblemReplies.write(response, HttpProblems.ofStatus(405));
            return;
        }
        try {
            streams.open(request, response);
        } catch (RuntimeException e) {
            Problem problem = Failures.problem(e);
            ProblemReplies.write(response, problem);
        }
    }
}
