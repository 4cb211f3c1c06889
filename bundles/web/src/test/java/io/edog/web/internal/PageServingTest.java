package io.edog.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import javax.servlet.DispatcherType;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.DefaultServlet;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.FilterMapping;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter and the servlets in the server that Karaf uses, over files such as the build makes. */
class PageServingTest {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final ServletContextHandler context = new ServletContextHandler();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start(@TempDir Path files) throws Exception {
        Path assets = Files.createDirectories(files.resolve("ui/assets"));
        Files.writeString(files.resolve("ui/index.html"), "<!doctype html><title>edog</title>");
        Files.writeString(assets.resolve("index-4f2a.js"), "export {};");
        context.setContextPath("/");
        context.setResourceBase(files.toString());
        context.addServlet(RootServlet.class, "/");
        ServletHolder entrance = new ServletHolder(new EntranceServlet());
        context.addServlet(entrance, "/ui");
        context.addServlet(entrance, Page.ADDRESS);
        context.addServlet(new ServletHolder(new DefaultServlet()), Page.FILES);
        context.addFilter(new FilterHolder(new PageFilter()), Page.FILES, EnumSet.of(DispatcherType.REQUEST));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void thePageIsAtItsBareAddressAndIsAskedForEachTime() throws Exception {
        HttpResponse<String> page = get("/ui/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>edog</title>");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(get("/ui/index.html").body()).isEqualTo(page.body());
    }

    @Test
    void thePageIsFoundAndProtectedAlsoWhileJettyLeavesTheFiltersOut() throws Exception {
        context.getServletHandler().setFilterMappings(new FilterMapping[0]);
        HttpResponse<String> page = get("/ui/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(header(get("/ui"), "Location")).endsWith("/ui/");
    }

    @Test
    void everyFileIsProtected() throws Exception {
        for (String path : new String[] {"/ui/", "/ui/assets/index-4f2a.js", "/ui/nothing-here"}) {
            HttpResponse<String> file = get(path);
            assertThat(header(file, "Content-Security-Policy"))
                    .as(path)
                    .startsWith("default-src 'none'; script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(header(file, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        }
    }

    @Test
    void hashedFilesAreKeptForGood() throws Exception {
        HttpResponse<String> script = get("/ui/assets/index-4f2a.js");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(header(script, "Cache-Control")).contains("immutable");
        assertThat(header(get("/ui/assets/gone.js"), "Cache-Control")).doesNotContain("immutable");
    }

    @Test
    void otherAddressesLeadToThePageOrNowhere() throws Exception {
        for (String path : new String[] {"/", "/ui"}) {
            HttpResponse<String> redirect = get(path);
            assertThat(redirect.statusCode()).as(path).isEqualTo(302);
            assertThat(header(redirect, "Location")).as(path).endsWith("/ui/");
        }
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
