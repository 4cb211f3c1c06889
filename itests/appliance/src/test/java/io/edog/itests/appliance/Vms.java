package io.edog.itests.appliance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.edog.itests.support.Rest;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;

/** What tests do with VMs, through REST. */
record Vms(Rest rest) {
    static final Duration LIMIT = Duration.ofSeconds(60);

    /** A request for a small VM of the shipped template. */
    static ObjectNode request(String name) {
        return Rest.JSON
                .createObjectNode()
                .put("name", name)
                .put("cpus", 1)
                .put("memoryMiB", 128)
                .put("template", template())
                .put("start", true);
    }

    static String template() {
        return "edog-tiny";
    }

    static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Creates and starts one, and returns its id once it runs. */
    String running(String name) {
        Rest.Reply reply = rest.post("/vms", request(name).toString()).expect(202);
        succeeds(reply);
        return reply.text("subject");
    }

    JsonNode get(String id) {
        return rest.get("/vms/" + id).expect(200).body();
    }

    String state(String id) {
        return get(id).path("state").asText();
    }

    void awaitState(String id, String state) {
        await("VM " + id + " is " + state)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> state(id).equals(state));
    }

    /** Does something to one and waits for the task's good end. */
    void act(String id, String action, String body) {
        succeeds(rest.post("/vms/" + id + "/" + action, body).expect(202));
    }

    void succeeds(Rest.Reply accepted) {
        String task = accepted.text("id");
        JsonNode end = await("task " + task)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> rest.get("/tasks/" + task).expect(200).body(),
                        t -> !t.path("state").asText().matches("queued|running"));
        if (!end.path("state").asText().equals("succeeded")) {
            throw new AssertionError("task ended so: " + end);
        }
    }

    long qemu(String id) {
        OptionalLong pid = Appliance.qemu(id);
        return pid.orElseThrow(() -> new AssertionError("no QEMU process of VM " + id));
    }

    void remove(String id) {
        if (!state(id).matches("stopped|error")) {
            act(id, "stop", "{\"force\":true}");
        }
        succeeds(rest.delete("/vms/" + id + "?disks=delete").expect(202));
    }
}
