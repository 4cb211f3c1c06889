package io.edog.itests.container;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What can be seen of the container from inside, and of its HTTP side from outside. */
final class Container {
    static final List<String> LEAVES = List.of("edog-manager", "edog-agent", "edog-storage", "edog-rbac", "edog-web");

    private final BundleContext context;

    Container(BundleContext context) {
        this.context = context;
    }

    List<Bundle> edogBundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("edog-"))
                .toList();
    }

    /** Symbolic name, version and whether it is active, of every bundle. */
    Map<String, Integer> bundles() {
        return Arrays.stream(context.getBundles())
                .collect(Collectors.toMap(
                        bundle -> bundle.getSymbolicName() + " " + bundle.getVersion(), Bundle::getState, (a, b) -> a));
    }

    /** The status of {@code GET /api/v1/health}. */
    static int health() throws IOException, InterruptedException {
        return get("/api/v1/health");
    }

    static int get(String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + System.getProperty(Distribution.HTTP_PORT) + path);
        var request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
