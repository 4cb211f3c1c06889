package io.edog.rest.internal;

import io.edog.api.service.Roles;
import io.edog.manager.internal.EngineLimits;
import io.edog.manager.internal.ManagerService;
import io.edog.testkit.bus.MemoryBus;
import io.edog.testkit.journal.MemoryElection;
import io.edog.testkit.journal.MemoryEnsemble;
import io.edog.testkit.journal.MemoryJournal;
import io.edog.testkit.journal.MemoryLeadership;
import io.edog.testkit.manager.Managers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/** The API over real HTTP, before the real manager on ports in memory and a simulated host. */
final class Rig implements AutoCloseable {
    final FakeAccounts accounts = new FakeAccounts();
    final String admin = accounts.person("admin", Roles.ADMINISTRATOR);
    final String ann = accounts.person("ann", Roles.USER);
    final Backends backends = new Backends();

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final MemoryEnsemble ensemble = new MemoryEnsemble();
    private final MemoryBus bus = new MemoryBus(ensemble, executor);
    private final MemoryLeadership leadership = new MemoryLeadership(ensemble, new MemoryElection(), "node1", executor);
    final ManagerService manager = Managers.lone(
            new MemoryJournal(ensemble, executor), leadership, bus, People.known(), EngineLimits.of(Configs.manager()));
    private final SimulatedHost host = new SimulatedHost(bus);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    Rig() {
        this(Map.of());
    }

    Rig(Map<String, Object> config) {
        // At once: what the host said is believed for some seconds, and a server may take longer to start.
        leadership.stand();
        backends.cluster = manager;
        backends.accounts = accounts;
        this.server = new HttpServer(backends, Configs.rest(config));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> manager.status().serving());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/pools").json().path("total").asInt() == 1);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** A request under /api/v1, as the administrator. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri("/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + admin);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(client.send(request.build(), BodyHandlers.ofString()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Reply get(String path) {
        return send(request(path));
    }

    Reply get(String path, String token) {
        return send(request(path).setHeader("Authorization", "Bearer " + token));
    }

    Reply post(String path, String body) {
        return send(json(path).POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    Reply call(String method, String path, String body) {
        return send(json(path).method(method, BodyPublishers.ofString(body)));
    }

    HttpClient client() {
        return client;
    }

    /** How many entries people have caused so far; hosts and tasks go on by themselves. */
    long written() {
        return manager.journal(io.edog.api.service.Principal.SYSTEM, new io.edog.api.journal.Index(1), 10_000).stream()
                .filter(entry -> !entry.set().by().equals("system"))
                .count();
    }

    /** Imports a template and waits for it. */
    void template(String name) {
        String task = post(
                        "/templates", "{\"name\":\"" + name + "\",\"os\":\"linux\",\"source\":{\"path\":\"/x.img\"}}")
                .expect(202)
                .text("id");
        succeeded(task);
    }

    /** Creates a VM and waits for it. */
    String vm(String name, boolean start) {
        Reply reply = post("/vms", Bodies.vm(name, start)).expect(202);
        succeeded(reply.text("id"));
        return reply.text("subject");
    }

    void succeeded(String task) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> get("/tasks/" + task).text("state"), "succeeded"::equals);
    }

    @Override
    public void close() throws Exception {
        server.close();
        host.close();
        manager.stop();
        executor.shutdownNow();
    }
}
