package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.api.json.Json;
import io.edog.api.service.ClusterService;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Server-sent events over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final AtomicBoolean serving = new AtomicBoolean(true);
    private final Rig rig = new Rig(Map.of("heartbeatSeconds", 1, "maxStreamsPerUser", 3));

    @BeforeAll
    void prepare() {
        rig.template("tiny");
    }

    @AfterAll
    void stop() throws Exception {
        rig.close();
    }

    /** An open stream, whose lines are collected until it ends. */
    private record Following(HttpResponse<Stream<String>> http, List<String> lines, CompletableFuture<Void> end)
            implements AutoCloseable {
        static Following of(Rig rig, HttpRequest.Builder request) throws Exception {
            HttpResponse<Stream<String>> http = rig.client().send(request.build(), BodyHandlers.ofLines());
            List<String> lines = new CopyOnWriteArrayList<>();
            return new Following(
                    http, lines, CompletableFuture.runAsync(() -> http.body().forEach(lines::add)));
        }

        List<String> values(String field) {
            return lines.stream()
                    .filter(line -> line.startsWith(field + ": "))
                    .map(line -> line.substring(field.length() + 2))
                    .toList();
        }

        List<JsonNode> data() {
            return values("data").stream()
                    .map(text -> Json.read(text, JsonNode.class))
                    .toList();
        }

        @Override
        public void close() {
            http.body().close();
        }
    }

    private Following follow(String token) throws Exception {
        return Following.of(rig, rig.request("/events").setHeader("Authorization", "Bearer " + token));
    }

    @Test
    void tellWhatHappens() throws Exception {
        try (Following stream = follow(rig.admin)) {
            assertThat(stream.http().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            String id = rig.vm("told", false);
            await().atMost(LIMIT).until(() -> stream.values("event").contains("vm.put"));
            JsonNode event = stream.data().stream()
                    .filter(e -> e.path("object").path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(event.path("object").path("name").asText()).isEqualTo("told");
            assertThat(event.path("object").has("owner")).isFalse();
            assertThat(event.path("by").asText()).isEqualTo("admin-id");
            assertThat(event.path("at").asText()).endsWith("Z");
            assertThat(stream.values("id")).contains(event.path("index").asText());
            rig.call("DELETE", "/vms/told", "").expect(202);
            await().atMost(LIMIT).until(() -> stream.values("event").contains("vm.removed"));
            assertThat(stream.values("event")).doesNotContain("outcome.put", "session.put");
        }
    }

    @Test
    void goOnAfterTheLastSeen() throws Exception {
        Reply made = rig.post("/vms", Bodies.vm("resumed", false)).expect(202);
        long index = Long.parseLong(made.header("Edog-Index"));
        try (Following stream =
                Following.of(rig, rig.request("/events").header("Last-Event-ID", Long.toString(index - 1)))) {
            await().atMost(LIMIT).until(() -> !stream.values("id").isEmpty());
            assertThat(stream.values("id").get(0)).isEqualTo(Long.toString(index));
        }
        rig.send(rig.request("/events").header("Last-Event-ID", "x")).problem(400, "invalid", "Last-Event-ID");
    }

    @Test
    void bringTheWholeEntryAgainAfterACutWithinIt() throws Exception {
        Reply made = rig.post("/vms", Bodies.vm("cut", false)).expect(202);
        long index = Long.parseLong(made.header("Edog-Index"));
        List<String> whole = entryAfter(index - 1, index);
        assertThat(whole).hasSizeGreaterThan(1);

        String seen = Long.toString(index - 1);
        for (String line : whole.get(0).split("\n")) {
            seen = line.startsWith("id: ") ? line.substring(4) : seen;
        }
        assertThat(entryAfter(Long.parseLong(seen), index)).hasSameSizeAs(whole);
    }

    /** The events of one entry, as a client gets them that has seen an index. */
    private List<String> entryAfter(long seen, long index) throws Exception {
        try (Following stream =
                Following.of(rig, rig.request("/events").header("Last-Event-ID", Long.toString(seen)))) {
            rig.vm("after-" + UUID.randomUUID(), false);
            await().atMost(LIMIT)
                    .until(() -> stream.lines().stream()
                            .anyMatch(line -> line.startsWith("data: ") && !line.contains("\"index\":" + index + ",")));
            return Stream.of(String.join("\n", stream.lines()).split("\n\n"))
                    .filter(event -> event.contains("\"index\":" + index + ","))
                    .toList();
        }
    }

    @Test
    void keepAliveByComments() throws Exception {
        try (Following stream = follow(rig.admin)) {
            await().atMost(LIMIT)
                    .until(() -> stream.lines().stream()
                                    .filter(line -> line.startsWith(":"))
                                    .count()
                            >= 3);
        }
    }

    @Test
    void showOthersNothing() throws Exception {
        try (Following stream = follow(rig.ann)) {
            rig.vm("hidden", false);
            await().atMost(LIMIT)
                    .until(() -> stream.lines().stream()
                                    .filter(line -> line.startsWith(":"))
                                    .count()
                            >= 2);
            assertThat(stream.values("event")).doesNotContain("vm.put", "task.put", "volume.put");
        }
    }

    @Test
    void endWithTheSession() throws Exception {
        String token = rig.accounts.person("eve", "user");
        try (Following stream = follow(token)) {
            rig.accounts.tokens.remove(token);
            await().atMost(LIMIT).until(() -> stream.end().isDone());
        }
    }

    @Test
    void areRefusedWithoutATokenAndBeyondTheLimit() throws Exception {
        rig.send(HttpRequest.newBuilder(rig.uri("/api/v1/events"))).problem(401, "unauthenticated", "Authorization");
        rig.call("POST", "/events", "{}").problem(405, "wrong-method", "method");
        String token = rig.accounts.person("many", "user");
        try (Following first = follow(token);
                Following second = follow(token);
                Following third = follow(token)) {
            assertThat(List.of(first, second, third)).allMatch(f -> f.http().statusCode() == 200);
            rig.get("/events", token).problem(429, "too-many-streams", "");
        }
        await().atMost(LIMIT).until(() -> {
            try (Following again = follow(token)) {
                return again.http().statusCode() == 200;
            }
        });
    }

    @Test
    void endWhenTheManagerServesNoMore() throws Exception {
        ClusterService outOfService = (ClusterService) Proxy.newProxyInstance(
                ClusterService.class.getClassLoader(),
                new Class<?>[] {ClusterService.class},
                (proxy, method, arguments) -> method.getName().equals("status") && !serving.get()
                        ? Statuses.of(false, "node2")
                        : method.invoke(rig.manager, arguments));
        try {
            rig.backends.cluster = outOfService;
            try (Following stream = follow(rig.admin)) {
                serving.set(false);
                await().atMost(LIMIT).until(() -> stream.end().isDone());
            }
        } finally {
            rig.backends.cluster = rig.manager;
        }
    }

    @Test
    void endWithTheCluster() throws Exception {
        try (Following stream = follow(rig.admin)) {
            rig.backends.cluster = null;
            await().atMost(LIMIT).until(() -> stream.end().isDone());
        } finally {
            rig.backends.cluster = rig.manager;
        }
    }
}
