package io.edog.rest.internal;

import io.edog.rest.internal.server.UnknownPathServlet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is answered below {@code /api} when the API itself is not there: it starts, or is being upgraded. */
class UnknownPathTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new UnknownPathServlet()), "/api/*");
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private Reply get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        return new Reply(
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
    }

    @Test
    void whatTheApiWouldAnswerIsNotThereYetRatherThanUnknown() throws Exception {
        get("/api/v1/vms").problem(503, "unavailable", "");
        get("/api/v1").problem(503, "unavailable", "");
    }

    @Test
    void anyOtherPathIsUnknown() throws Exception {
        get("/api/v2/vms").problem(404, "unknown-path", "path");
        get("/api/").problem(404, "unknown-path", "path");
    }
}
