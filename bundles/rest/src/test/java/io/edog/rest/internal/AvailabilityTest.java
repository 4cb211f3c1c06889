package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.model.User;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Roles;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.features.BootFinished;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is answered while parts are away: as INTERFACES has it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AvailabilityTest {
    private final Backends backends = new Backends();
    private final HttpServer server = new HttpServer(backends, Configs.rest(Map.of()));
    private final FakeAccounts accounts = new FakeAccounts();
    private final String token = accounts.person("admin", Roles.ADMINISTRATOR);

    @BeforeEach
    void nothingIsThere() {
        backends.cluster = null;
        backends.accounts = accounts;
        backends.features = null;
        backends.booted = null;
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private Reply call(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                .build();
        return new Reply(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()));
    }

    private void health(int status, String word, String role) throws Exception {
        Reply reply = call("GET", "/api/v1/health").expect(status);
        assertThat(reply.text("status")).isEqualTo(word);
        assertThat(reply.text("role")).isEqualTo(role);
        assertThat(reply.text("reason").isEmpty()).isEqualTo(word.equals("ok"));
    }

    private void installed(String... names) {
        Feature[] features = java.util.Arrays.stream(names)
                .map(name -> stub(Feature.class, Map.of("getName", name, "getVersion", "0.1.0")))
                .toArray(Feature[]::new);
        backends.features = stub(FeaturesService.class, Map.of("listInstalledFeatures", features));
        backends.booted = stub(BootFinished.class, Map.of());
    }

    private static <T> T stub(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answers.get(method.getName())));
    }

    @Test
    void withoutTheManagerEverythingButHealthIs503() throws Exception {
        installed("edog-agent", "edog-rbac", "edog-rest", "scr");

        health(200, "degraded", "agent");
        for (String path : new String[] {"/vms", "/vms/x", "/cluster", "/journal", "/tables", "/sessions/current"}) {
            call("GET", "/api/v1" + path).problem(503, "unavailable", "");
        }
        call("POST", "/api/v1/vms").problem(503, "unavailable", "");
        call("POST", "/api/v1/sessions").problem(503, "unavailable", "");
        call("GET", "/api/v1/events").problem(503, "unavailable", "");
        call("GET", "/tables").problem(503, "unavailable", "");
        call("GET", "/api/v1/openapi.json").expect(200);
    }

    @Test
    void withoutLogInEverythingIs503() throws Exception {
        installed("edog-manager", "edog-agent");
        backends.accounts = null;
        backends.cluster = stub(ClusterService.class, Map.of("status", Statuses.of(true, "node1")));

        health(503, "unavailable", "leader");
        for (String path : new String[] {"/vms", "/cluster", "/events", "/openapi.json", "/nothing"}) {
            call("GET", "/api/v1" + path).problem(503, "unavailable", "");
        }
        call("POST", "/api/v1/sessions").problem(503, "unavailable", "");
    }

    @Test
    void whileItStartsHealthSaysSo() throws Exception {
        health(503, "starting", "none");
        installed("edog-manager");
        health(503, "starting", "manager");
        backends.cluster = stub(ClusterService.class, Map.of("status", Statuses.of(false, "node2")));
        health(503, "starting", "follower");
        call("GET", "/api/v1/vms").problem(503, "unavailable", "");
    }

    private static ClusterService serving(String leader, List<User> users) {
        ClusterView view = stub(ClusterView.class, Map.of("list", users));
        return stub(ClusterService.class, Map.of("status", Statuses.of(true, leader), "view", view));
    }

    @Test
    void untilThereIsAUserItStarts() throws Exception {
        backends.cluster = serving("node1", List.of());
        health(503, "starting", "leader");
    }

    @Test
    void whenItServesHealthIsOk() throws Exception {
        User ann = new User("u1", "default", "ann", "", Set.of("user"), false, Instant.EPOCH);
        backends.cluster = serving("node1", List.of(ann));
        health(200, "ok", "leader");
        backends.cluster = serving("node2", List.of(ann));
        health(200, "ok", "follower");
        assertThat(call("GET", "/api/v1/health").header("Edog-Index")).isEqualTo("7");
    }

    @Test
    void nodesWithoutAnyPartAreDegraded() throws Exception {
        installed("edog-rbac", "edog-rest");
        health(200, "degraded", "none");
    }
}
