package io.edog.rest.internal;

import io.edog.rest.internal.docs.DocsServlet;
import io.edog.rest.internal.events.EventsServlet;
import io.edog.rest.internal.server.ApiServlet;
import io.edog.rest.internal.server.OldTablesServlet;
import javax.servlet.http.HttpServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;

/** The servlets on Jetty, at the patterns the whiteboard would give them. */
final class HttpServer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ApiServlet api;
    private final EventsServlet events;

    HttpServer(Backends backends, RestConfig config) {
        this.api = new ApiServlet(backends, config, "0.1.0");
        this.events = new EventsServlet(backends, config);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        add(context, api, "/api/v1/*");
        add(context, events, "/api/v1/events");
        add(context, new DocsServlet(), "/api/docs/*");
        add(context, new OldTablesServlet(), "/tables");
        add(context, new OldTablesServlet(), "/tables/*");
        server.setHandler(context);
        start();
    }

    private static void add(ServletContextHandler context, HttpServlet servlet, String pattern) {
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, pattern);
    }

    private void start() {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws Exception {
        events.deactivate();
        server.stop();
        api.deactivate();
    }
}
