package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets its problem, with field and cure, and nothing is written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private final Rig rig = new Rig();
    private long before;

    @BeforeAll
    void prepare() {
        rig.template("tiny");
        rig.vm("demo", true);
    }

    @AfterAll
    void stop() throws Exception {
        rig.close();
    }

    @BeforeEach
    void count() {
        before = rig.written();
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(rig.written()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            value = {
                "template | \"none\" | 422 | unknown-template | template",
                "memoryMiB | -5 | 400 | invalid | memoryMiB",
                "memoryMiB | 99999999999999999999999 | 400 | invalid | memoryMiB",
                "memoryMiB | 1.5 | 400 | invalid | memoryMiB",
                "memoryMiB | \"256\" | 400 | invalid | memoryMiB",
                "cpus | 0 | 400 | invalid | cpus",
                "cpus | null | 400 | invalid | cpus",
                "cpus | true | 400 | invalid | cpus",
                "name | \"demo\" | 409 | name-taken | name",
                "name | \"a b\" | 400 | invalid | name",
                "name | 5 | 400 | invalid | name",
                "name | null | 400 | invalid | name",
                "name | {} | 400 | invalid | name",
                "start | \"yes\" | 400 | invalid | start",
                "start | 1 | 400 | invalid | start",
                "policy | {\"onCrash\":\"explode\"} | 400 | invalid | policy.onCrash",
                "policy | {\"onCrash\":1} | 400 | invalid | policy.onCrash",
                "policy | [] | 400 | invalid | policy",
                "disks | {} | 400 | invalid | disks",
                "disks | [null] | 400 | invalid | disks[0]",
                "disks | [{\"bus\":\"virtio\"}] | 400 | invalid | disks[0].volume",
                "disks | [{\"volume\":\"v\",\"bus\":\"usb\"}] | 400 | invalid | disks[0].bus",
                "nics | [{\"network\":\"lan\"}] | 422 | unknown-network | nics[0].network",
                "nics | [{}] | 400 | invalid | nics[0].bridge",
                "memory | 256 | 400 | unknown-field | memory",
            })
    void aVmThatCantBe(String field, String json, int status, String type, String at) {
        rig.post("/vms", Bodies.vm(field, json)).problem(status, type, at);
    }

    @Test
    void anUnknownFieldNamesTheNearOnes() {
        Reply reply = rig.post("/vms", Bodies.vm("memoryMib", "256")).problem(400, "unknown-field", "memoryMib");
        assertThat(reply.text("cure")).contains("Did you mean 'memoryMiB'?").contains("bootVolume");
        rig.post("/vms", Bodies.vm("x".repeat(5000), "1")).expect(400);
    }

    @Test
    void malformedJsonIsShownWhere() {
        Reply reply = rig.post("/vms", "{\"name\":\"x\",\n  \"cpus\":}").problem(400, "malformed-json", "body");
        assertThat(reply.text("detail")).contains("line 2");
        for (String bad :
                new String[] {"{\"name\":", "{", "nonsense", "{\"a\":1}}", "{\"name\":\"a\",\"name\":\"b\"}"}) {
            assertThat(rig.post("/vms", bad).expect(400).text("cure")).isNotBlank();
        }
        for (String wrong : new String[] {"[]", "5", "\"x\"", "null"}) {
            rig.post("/vms", wrong).problem(400, "invalid", "body");
        }
        rig.post("/vms", "").problem(400, "invalid", "name");
        rig.post("/vms", "[".repeat(5000)).expect(400);
    }

    @Test
    void aNameOfAMegabyteIsTooLarge() {
        rig.post("/vms", Bodies.vm("name", "\"" + "x".repeat(1 << 20) + "\"")).problem(413, "too-large", "name");
        rig.post("/vms", Bodies.vm("name", "\"" + "x".repeat(1000) + "\"")).problem(400, "invalid", "name");
    }

    @Test
    void aTokenIsNeeded() {
        HttpRequest.Builder bare = HttpRequest.newBuilder(rig.uri("/api/v1/vms"));
        Reply reply = rig.send(bare).problem(401, "unauthenticated", "Authorization");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        rig.send(bare.header("Authorization", "Basic YTpi")).problem(401, "unauthenticated", "Authorization");
        rig.get("/vms", "wrong").problem(401, "unauthenticated", "Authorization");
        rig.send(HttpRequest.newBuilder(rig.uri("/api/v1/vms?token=" + rig.admin)))
                .problem(401, "unauthenticated", "Authorization");
        for (String path : new String[] {"health/", "health;x=1", "%68ealth", "sessions", "nothing"}) {
            rig.send(HttpRequest.newBuilder(rig.uri("/api/v1/" + path))).expect(401);
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        Reply reply = rig.post("/sessions", "{\"user\":\"admin\",\"password\":\"guess\"}")
                .expect(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.text("cure")).isNotBlank();
        rig.post("/sessions", "{\"user\":\"admin\"}").problem(400, "invalid", "password");
    }

    @Test
    void anothersVmIsNotThere() {
        rig.get("/vms/demo", rig.ann).problem(404, "not-found", "id");
        HttpRequest.Builder stop = rig.json("/vms/demo/stop").setHeader("Authorization", "Bearer " + rig.ann);
        rig.send(stop.POST(BodyPublishers.ofString("{}"))).problem(404, "not-found", "id");
        rig.send(stop.header("Idempotency-Key", "k").POST(BodyPublishers.ofString("{}")))
                .problem(404, "not-found", "id");
        assertThat(rig.get("/vms", rig.ann).expect(200).json().path("total").asInt())
                .isZero();
        rig.get("/journal", rig.ann).expect(403);
    }

    @Test
    void theWrongStateIsAConflict() {
        rig.post("/vms/demo/start", "{}").problem(409, "wrong-state", "state");
        rig.post("/vms/demo/resume", "{}").problem(409, "wrong-state", "state");
        rig.call("DELETE", "/vms/demo", "").problem(409, "wrong-state", "state");
        rig.call("DELETE", "/vms/demo?disks=burn", "").problem(400, "invalid", "disks");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=1001, limit",
        "limit=abc, limit",
        "limit=, limit",
        "sort=nonsense, sort",
        "sort=disks, sort",
        "sort=name&after=none, after",
    })
    void aListThatCantBe(String query, String field) {
        rig.get("/vms?" + query).problem(400, "invalid", field);
    }

    @Test
    void pathsMethodsAndTypesAreChecked() {
        rig.get("/nothing").problem(404, "unknown-path", "path");
        rig.get("/vms/demo/explode").problem(404, "unknown-path", "path");
        Reply wrong = rig.call("PUT", "/vms", "{}").problem(405, "wrong-method", "method");
        assertThat(wrong.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        rig.call("GET", "/vms/demo/start", "").problem(405, "wrong-method", "method");
        rig.send(rig.request("/vms").header("Accept", "text/html")).problem(406, "not-acceptable", "Accept");
        rig.send(rig.request("/vms").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")))
                .problem(415, "unsupported-media-type", "Content-Type");
        rig.send(rig.request("/vms")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("name=x")))
                .problem(415, "unsupported-media-type", "Content-Type");
        rig.send(rig.json("/vms")
                        .header("Idempotency-Key", "k".repeat(201))
                        .POST(BodyPublishers.ofString(Bodies.vm("keyed", false))))
                .problem(400, "invalid", "Idempotency-Key");
        rig.send(rig.json("/vms/demo").header("If-Match", "x").method("PATCH", BodyPublishers.ofString("{}")))
                .problem(400, "invalid", "If-Match");
    }

    @Test
    void othersAreCheckedToo() {
        rig.post("/volumes", "{\"name\":\"v\",\"sizeBytes\":-1}").problem(400, "invalid", "sizeBytes");
        rig.post("/volumes", "{\"name\":\"v\"}").problem(400, "invalid", "sizeBytes");
        rig.post("/templates", "{\"name\":\"t\"}").problem(400, "invalid", "source.path");
        rig.post("/users", "{\"name\":\"bob\",\"password\":\"x\",\"roles\":[null]}")
                .problem(400, "invalid", "roles[0]");
        rig.post("/users", "{\"name\":\"bob\",\"password\":\"x\"}").problem(400, "invalid", "password");
        rig.post("/tokens", "{\"name\":\"ci\",\"expiresAt\":\"tomorrow\"}").problem(400, "invalid", "expiresAt");
        rig.get("/journal?from=0").problem(400, "invalid", "from");
        rig.get("/tables/users").problem(404, "not-found", "table");
    }
}
