package io.edog.itests.container.hotswap;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionFactory;

/** The node under test, as its administrator sees it. */
record Node(Rest admin) {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(25);

    /** Logs in with the password that the node made at its first start; waits until it has. */
    static Node open() {
        Path password = Settings.path(Settings.DATA).resolve("admin-password");
        soon("the first administrator's password is there").until(() -> Files.exists(password));
        soon("the node is well").until(() -> health().path("status").asText().equals("ok"));
        return new Node(Rest.anonymous().login("admin", read(password).strip()));
    }

    /** A wait with the limit of this test. */
    static ConditionFactory soon(String what) {
        return await(what).atMost(LIMIT).pollDelay(Duration.ZERO).pollInterval(POLL);
    }

    static JsonNode health() {
        return Rest.anonymous().get(Rest.API + "/health").json();
    }

    JsonNode get(String path) {
        return admin.get(Rest.API + path).expect(200).json();
    }

    /** Of the VMs, volumes, templates … the one with this name. */
    Optional<JsonNode> named(String list, String name) {
        return StreamSupport.stream(get(list).path("items").spliterator(), false)
                .filter(item -> item.path("name").asText().equals(name))
                .findFirst();
    }

    /** Orders something that takes its time. */
    JsonNode order(String path, Map<String, Object> body) {
        return admin.post(Rest.API + path, body).expect(202).json();
    }

    /** Orders a small volume with a name of its own. */
    JsonNode orderVolume() {
        return order("/volumes", Map.of("name", "disk-" + UUID.randomUUID(), "sizeBytes", 1 << 20));
    }

    /** Waits for the task's good end, and returns the id of what it was about. */
    String done(JsonNode ordered) {
        String id = ordered.path("id").asText();
        JsonNode task = soon("task " + id + " ends")
                .until(() -> task(id), t -> !t.path("state").asText().matches("queued|running"));
        if (!task.path("state").asText().equals("succeeded")) {
            throw new AssertionError("the task ended so: " + task);
        }
        return task.path("subject").asText();
    }

    JsonNode task(String id) {
        return get("/tasks/" + id);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
