package io.edog.rest.internal.server;

import io.edog.api.service.Problem;
import io.edog.rest.internal.Backends;
import io.edog.rest.internal.RestConfig;
import io.edog.rest.internal.http.Failures;
import io.edog.rest.internal.http.Headers;
import io.edog.rest.internal.http.ProblemReplies;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The API at {@code /api/v1}. */
@Component(service = Servlet.class, configurationPid = RestConfig.PID)
@HttpWhiteboardServletName("edog-api")
@HttpWhiteboardServletPattern("/api/v1/*")
@HttpWhiteboardServletAsyncSupported
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Read beyond what a body may be, so that its sender gets to read the refusal. */
    private static final int GRACE_BYTES = 16_777_216;

    private static final int GRACE_SECONDS = 5;

    private final transient JaxRsServer server;
    private final int mostBytes;
    private final Duration longest;

    @Activate
    public ApiServlet(@Reference Backends backends, RestConfig config, BundleContext context) {
        this(backends, config, version(context.getBundle().getVersion()));
    }

    public ApiServlet(Backends backends, RestConfig config, String version) {
        this.server = new JaxRsServer(backends, config, version);
        this.mostBytes = config.maxBodyBytes() + GRACE_BYTES;
        this.longest = Duration.ofSeconds(config.bodySeconds() + GRACE_SECONDS);
    }

    private static String version(Version version) {
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    @Deactivate
    public void deactivate() {
        server.close();
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        server.servlet().init(config);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers.protect(response);
        Optional<Problem> problem = RequestCheck.problem(request);
        if (problem.isPresent()) {
            ProblemReplies.write(response, problem.get());
            return;
        }
        try {
            server.servlet().service(new BoundedRequest(request, mostBytes, longest), response);
        } catch (ServletException | RuntimeException e) {
            fail(response, e);
        }
    }

    private static void fail(HttpServletResponse response, Exception failure) throws IOException {
        Problem problem = Failures.problem(failure);
        if (!response.isCommitted()) {
            ProblemReplies.write(response, problem);
        }
    }

    @Override
    public void destroy() {
        server.servlet().destroy();
    }
}
