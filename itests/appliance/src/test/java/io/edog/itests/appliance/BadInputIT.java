package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.itests.support.Rest;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input gets its problem, with a cure, and leaves no trace in the journal. */
@ExtendWith(Appliance.Shared.class)
class BadInputIT {
    private Rest admin = Rest.at("");
    private Rest nobody = Rest.at("");

    @BeforeEach
    void logIn(Appliance appliance) {
        admin = appliance.admin();
        nobody = appliance.rest();
    }

    private void refused(Rest who, int status, String method, String path, Optional<String> body, String field) {
        Rest.Reply reply = who.call(method, path, body).expect(status);
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(reply.text("title")).isNotBlank();
        assertThat(reply.text("detail")).isNotBlank().doesNotContain("Exception");
        assertThat(reply.text("cure")).isNotBlank();
        if (!field.isEmpty()) {
            assertThat(reply.text("field")).isEqualTo(field);
        }
    }

    private void create(int status, String body, String field) {
        refused(admin, status, "POST", "/vms", Optional.of(body), field);
    }

    /** The user-caused entries of the journal; hosts report by themselves meanwhile. */
    private long written() {
        long count = 0;
        for (var item :
                admin.get("/journal?from=1&limit=1000").expect(200).body().path("items")) {
            count += item.path("by").asText().equals("system") ? 0 : 1;
        }
        return count;
    }

    @Test
    void nothingOfItIsWritten() {
        long before = written();
        create(422, Vms.request("x").put("template", "none").toString(), "template");
        create(400, Vms.request("x").put("memoryMiB", -1).toString(), "memoryMiB");
        create(400, Vms.request("x").put("cpus", 0).toString(), "cpus");
        create(409, Vms.request("demo").toString(), "name");
        create(400, Vms.request("a b").toString(), "name");
        create(400, "{\"name\":", "");
        create(400, "{\"name\":\"x\",\"memory\":128}", "memory");
        refused(admin, 409, "POST", "/vms/demo/start", Optional.of("{}"), "");
        refused(admin, 409, "POST", "/vms/demo/resume", Optional.of("{}"), "");
        refused(admin, 409, "DELETE", "/vms/demo", Optional.empty(), "");
        refused(admin, 404, "GET", "/vms/none", Optional.empty(), "");
        refused(admin, 404, "GET", "/nothing", Optional.empty(), "");
        refused(nobody, 401, "GET", "/vms", Optional.empty(), "");
        refused(nobody.with("edog_x_y"), 401, "GET", "/vms", Optional.empty(), "");
        refused(nobody, 401, "POST", "/sessions", Optional.of("{\"user\":\"admin\",\"password\":\"wrong\"}"), "");
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void aNameOfAMebibyteIsRefusedAndNotRepeated() {
        Rest.Reply reply = admin.post("/vms", Vms.request("x".repeat(1 << 20)).toString());
        assertThat(reply.status()).isIn(400, 413);
        assertThat(reply.text("cure")).isNotBlank();
        assertThat(reply.body().toString()).hasSizeLessThan(1000);
    }

    @Test
    void aUserSeesAndTouchesOnlyItsOwn(Appliance appliance) {
        String name = Vms.fresh("ann");
        admin.post("/users", "{\"name\":\"" + name + "\",\"password\":\"correct horse battery\",\"roles\":[\"user\"]}")
                .expect(201);
        Rest ann = appliance.rest().login(name, "correct horse battery");
        assertThat(ann.get("/vms").expect(200).body().path("total").asInt()).isZero();
        refused(ann, 404, "POST", "/vms/demo/stop", Optional.of("{}"), "");
        refused(ann, 404, "GET", "/vms/demo", Optional.empty(), "");
        refused(ann, 403, "GET", "/journal", Optional.empty(), "");
        Vms hers = new Vms(ann);
        String id = hers.running(Vms.fresh("hers"));
        assertThat(ann.get("/vms").expect(200).body().path("total").asInt()).isEqualTo(1);
        hers.remove(id);
    }

    @Test
    void theSameKeyIsDoneOnce() {
        String name = Vms.fresh("once");
        String body = Vms.request(name).put("start", false).toString();
        Rest.Reply first = admin.call("POST", "/vms", Optional.of(body), "Idempotency-Key", name)
                .expect(202);
        Rest.Reply again = admin.call("POST", "/vms", Optional.of(body), "Idempotency-Key", name)
                .expect(202);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        String other = Vms.request(name + "b").toString();
        admin.call("POST", "/vms", Optional.of(other), "Idempotency-Key", name).expect(422);
        Vms vms = new Vms(admin);
        vms.succeeds(first);
        vms.remove(first.text("subject"));
    }
}
