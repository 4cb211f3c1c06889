package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A VM's life through the API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VmApiTest {
    private final Rig rig = new Rig();

    @BeforeAll
    void importTemplate() {
        rig.template("tiny");
    }

    @AfterAll
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void isCreatedStartedStoppedAndDeleted() {
        Reply created = rig.post("/vms", Bodies.vm("life", true)).expect(202);
        assertThat(created.header("Location")).isEqualTo("/api/v1/vms/" + created.text("subject"));
        assertThat(created.text("kind")).isEqualTo("vm.create");
        assertThat(Long.parseLong(created.header("Edog-Index"))).isPositive();
        rig.succeeded(created.text("id"));
        state("life", "running");
        act("pause", "{}", "paused");
        act("resume", "", "running");
        act("stop", "{\"force\":true}", "stopped");
        act("start", "{\"host\":\"node1\"}", "running");
        act("stop", "{\"graceSeconds\":1}", "stopped");
        Reply deleted = rig.call("DELETE", "/vms/life?disks=delete", "").expect(202);
        assertThat(deleted.header("Location")).isEqualTo("/api/v1/tasks/" + deleted.text("id"));
        rig.succeeded(deleted.text("id"));
        rig.get("/vms/life").problem(404, "not-found", "id");
    }

    private void act(String action, String body, String state) {
        Reply reply = rig.post("/vms/life/" + action, body).expect(202);
        assertThat(reply.text("kind")).isEqualTo("vm." + action);
        rig.succeeded(reply.text("id"));
        state("life", state);
    }

    private void state(String vm, String state) {
        await().atMost(Duration.ofSeconds(60)).until(() -> rig.get("/vms/" + vm).text("state"), state::equals);
    }

    @Test
    void isShownWithTheFixedFieldsAndNoOthers() {
        String id = rig.vm("shown", true);
        JsonNode vm = rig.get("/vms/" + id).expect(200).json();

        assertThat(names(vm))
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "tenant",
                        "cpus",
                        "memoryMiB",
                        "disks",
                        "nics",
                        "desired",
                        "state",
                        "reason",
                        "since",
                        "observedAt",
                        "host",
                        "run",
                        "policy",
                        "pending",
                        "version");
        assertThat(vm.path("host").asText()).isEqualTo("node1");
        assertThat(vm.path("run").isNumber()).isTrue();
        assertThat(vm.path("pending").isArray()).isTrue();
        String stopped = rig.vm("shown-stopped", false);
        assertThat(names(rig.get("/vms/" + stopped).json())).doesNotContain("host", "run");
    }

    private static List<String> names(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .toList();
    }

    @Test
    void isChangedByPatch() {
        String id = rig.vm("patched", true);
        Reply before = rig.get("/vms/patched");
        Reply changed = rig.send(rig.request("/vms/patched")
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", before.header("ETag"))
                        .method(
                                "PATCH",
                                BodyPublishers.ofString("{\"memoryMiB\":512,\"policy\":{\"onCrash\":\"leave\"}}")))
                .expect(200);

        assertThat(changed.text("memoryMiB")).isEqualTo("512");
        assertThat(changed.json().path("pending").get(0).asText()).isEqualTo("memoryMiB");
        assertThat(changed.json().path("policy").toString())
                .isEqualTo("{\"onCrash\":\"leave\",\"onShutdown\":\"stop\",\"onHostLoss\":\"restart\"}");
        assertThat(changed.header("ETag")).isEqualTo("\"" + changed.text("version") + "\"");
        rig.send(rig.json("/vms/" + id)
                        .header("If-Match", before.header("ETag"))
                        .method("PATCH", BodyPublishers.ofString("{\"cpus\":2}")))
                .problem(412, "version-mismatch", "");
        rig.call("PATCH", "/vms/" + id, "{\"cpus\":2,\"ifVersion\":1}").problem(412, "version-mismatch", "");
    }

    @Test
    void aRepeatedKeyIsDoneOnce() {
        Reply first = withKey("key-1", "POST", "/vms", Bodies.vm("once", false)).expect(202);
        Reply again = withKey("key-1", "POST", "/vms", Bodies.vm("once", false)).expect(202);

        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        withKey("key-1", "POST", "/vms", Bodies.vm("other", false)).problem(422, "key-reused", "Idempotency-Key");
    }

    @Test
    void aRepeatIsOneWhateverBecameOfWhatItNames() {
        rig.vm("leaving", false);
        Reply gone = withKey("k-gone", "DELETE", "/vms/leaving", "").expect(202);
        rig.succeeded(gone.text("id"));
        rig.get("/vms/leaving").problem(404, "not-found", "id");
        repeated("k-gone", "DELETE", "/vms/leaving", "", gone);

        String id = rig.vm("old-name", false);
        Reply started = withKey("k-start", "POST", "/vms/old-name/start", "").expect(202);
        rig.succeeded(started.text("id"));
        Reply renamed = withKey("k-name", "PATCH", "/vms/old-name", "{\"name\":\"new-name\"}")
                .expect(200);
        assertThat(renamed.text("id")).isEqualTo(id);
        repeated("k-name", "PATCH", "/vms/old-name", "{\"name\":\"new-name\"}", renamed);
        repeated("k-start", "POST", "/vms/old-name/start", "", started);

        withKey("k-none", "DELETE", "/vms/nobody", "").problem(404, "not-found", "id");
    }

    private void repeated(String key, String method, String path, String body, Reply first) {
        Reply again = withKey(key, method, path, body).expect(first.status());
        assertThat(again.text("id")).isEqualTo(first.text("id"));
    }

    private Reply withKey(String key, String method, String path, String body) {
        return rig.send(rig.json(path).header("Idempotency-Key", key).method(method, BodyPublishers.ofString(body)));
    }

    @Test
    void readsSeeWhatWasWritten() {
        Reply written = rig.post("/vms", Bodies.vm("seen", false)).expect(202);
        Reply read = rig.send(rig.request("/vms/seen").header("Edog-Min-Index", written.header("Edog-Index")));

        assertThat(read.expect(200).text("id")).isEqualTo(written.text("subject"));
        assertThat(Long.parseLong(read.header("Edog-Index")))
                .isGreaterThanOrEqualTo(Long.parseLong(written.header("Edog-Index")));
        rig.send(rig.request("/vms").header("Edog-Min-Index", "999999")).problem(503, "behind", "Edog-Min-Index");
        rig.send(rig.request("/vms").header("Edog-Min-Index", "-1")).problem(400, "invalid", "Edog-Min-Index");
    }
}
