package io.edog.away.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.resource.PathResource;
import org.eclipse.jetty.xml.XmlConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server with the configuration that is shipped, as it is before, while and after something is registered. */
class AwayTest {
    private static final Path CONFIGURATION = Path.of("../../etc/http-server.xml");

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ContextHandlerCollection registered = new ContextHandlerCollection();

    @BeforeEach
    void start() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(registered);
        XmlConfiguration configuration = new XmlConfiguration(new PathResource(CONFIGURATION.toAbsolutePath()));
        configuration.getIdMap().put("Server", server);
        configuration.configure(server);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void nothingIsUnknownUntilSomethingIsRegistered() throws Exception {
        assertThat(get("/api/v1/vms").statusCode()).isEqualTo(503);
        ServletContextHandler context = register();
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        context.stop();
        registered.removeHandler(context);
        assertThat(get("/api/v1/vms").statusCode()).isEqualTo(503);
    }

    @Test
    void whatTheApiWouldAnswerIsNotThereYetRatherThanUnknown() throws Exception {
        register();
        for (String path : new String[] {"/api/v1", "/api/v1/vms"}) {
            problem(get(path), 503, "unavailable");
        }
    }

    @Test
    void anyOtherPathIsUnknown() throws Exception {
        register();
        for (String path : new String[] {"/api/", "/api/v2/vms", "/api/v12"}) {
            problem(get(path), 404, "unknown-path");
        }
    }

    private ServletContextHandler register() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(new AwayServlet()), "/api/*");
        registered.addHandler(context);
        context.start();
        return context;
    }

    private static void problem(HttpResponse<String> reply, int status, String type) {
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.body())
                .startsWith("{\"type\":\"" + type + "\"")
                .contains("\"status\":" + status)
                .endsWith("\"}");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
