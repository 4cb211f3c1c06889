package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Everything but VMs: lists, logging in, storage, hosts, cluster, journal, tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourcesTest {
    private final Rig rig = new Rig();

    @BeforeAll
    void prepare() {
        rig.template("tiny");
        for (int i = 0; i < 5; i++) {
            rig.vm("web-" + i, false);
        }
    }

    @AfterAll
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void listsComeInPages() {
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Reply page = rig.get("/vms?limit=2" + (after.isEmpty() ? "" : "&after=" + after))
                    .expect(200);
            assertThat(page.json().path("total").asInt()).isEqualTo(5);
            page.json().path("items").forEach(vm -> seen.add(vm.path("name").asText()));
            after = page.text("next");
        } while (!after.isEmpty());

        assertThat(seen).containsExactlyInAnyOrder("web-0", "web-1", "web-2", "web-3", "web-4");
    }

    @Test
    void listsAreSortedAndSearched() {
        assertThat(names("/vms?sort=name&limit=2")).containsExactly("web-0", "web-1");
        assertThat(names("/vms?sort=-name")).containsExactly("web-4", "web-3", "web-2", "web-1", "web-0");
        assertThat(names("/vms?sort=cpus&limit=3")).hasSize(3);
        assertThat(names("/vms?sort=host")).hasSize(5);
        assertThat(names("/vms?q=WEB-3")).containsExactly("web-3");
        Reply page = rig.get("/vms?sort=-name&limit=2").expect(200);
        assertThat(names("/vms?sort=-name&limit=2&after=" + page.text("next"))).containsExactly("web-2", "web-1");
    }

    private List<String> names(String path) {
        List<String> names = new ArrayList<>();
        rig.get(path)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> names.add(item.path("name").asText()));
        return names;
    }

    @Test
    void loggingInAndOut() {
        rig.accounts.person("bob", "user");
        Reply login =
                rig.post("/sessions", "{\"user\":\"bob\",\"password\":\"bob\"}").expect(201);
        assertThat(login.json().toString())
                .isEqualTo("{\"token\":\"token-bob\",\"user\":\"bob\",\"roles\":[\"user\"],"
                        + "\"expiresAt\":\"2030-01-01T00:00:00Z\"}");
        assertThat(rig.get("/sessions/current", "token-bob").expect(200).text("user"))
                .isEqualTo("bob");
        HttpRequest.Builder out = rig.request("/sessions/current")
                .setHeader("Authorization", "bearer token-bob")
                .DELETE();
        rig.send(out).expect(204);
        rig.send(out).expect(401);
        rig.post("/tokens", "{\"name\":\"ci\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}")
                .expect(201);
        rig.get("/tokens").expect(200);
        rig.call("PUT", "/users/admin/password", "{\"password\":\"correct horse\"}")
                .expect(204);
    }

    @Test
    void usersAreCreatedUnderTheRequestsKey() {
        HttpRequest.BodyPublisher bob =
                HttpRequest.BodyPublishers.ofString("{\"name\":\"bob\",\"password\":\"correct horse\"}");
        rig.send(rig.json("/users").header("Idempotency-Key", "k1").POST(bob)).expect(400);
        rig.send(rig.json("/users").POST(bob)).expect(400);
        assertThat(rig.accounts.keys).containsExactly("k1", "");
    }

    @Test
    void theClusterItself() {
        assertThat(rig.get("/cluster")
                        .expect(200)
                        .json()
                        .path("members")
                        .get(0)
                        .path("role")
                        .asText())
                .isEqualTo("leader");
        assertThat(rig.get("/cluster").expect(200).text("role")).isEqualTo("leader");
        rig.post("/cluster/handover", "{}").expect(409);
        rig.post("/cluster/finalize-upgrade", "").expect(204);
        rig.call("DELETE", "/cluster/members/b", "").expect(404);
        rig.call("DELETE", "/cluster/members/b?force=perhaps", "").expect(400);
        rig.accounts.person("bob", "user");
        rig.send(rig.json("/cluster/handover")
                        .setHeader("Authorization", "Bearer token-bob")
                        .POST(java.net.http.HttpRequest.BodyPublishers.noBody()))
                .expect(403);
    }

    @Test
    void storage() {
        assertThat(names("/templates")).contains("tiny");
        JsonNode template = rig.get("/templates/tiny").expect(200).json();
        assertThat(template.path("state").asText()).isEqualTo("ready");
        assertThat(rig.get("/pools")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("name")
                        .asText())
                .isEqualTo("default");
        Reply made = rig.post("/volumes", "{\"name\":\"data\",\"sizeBytes\":1073741824}")
                .expect(202);
        assertThat(made.header("Location")).isEqualTo("/api/v1/volumes/" + made.text("subject"));
        rig.succeeded(made.text("id"));
        assertThat(rig.get("/volumes/data").expect(200).json().has("attachedTo"))
                .isFalse();
        Reply gone = rig.call("DELETE", "/volumes/data", "").expect(202);
        assertThat(gone.header("Location")).startsWith("/api/v1/tasks/");
        rig.succeeded(gone.text("id"));
        rig.call("DELETE", "/templates/tiny", "").problem(409, "wrong-state", "state");
    }

    @Test
    void hostsAndCluster() {
        JsonNode host = rig.get("/hosts/node1").expect(200).json();
        assertThat(host.path("freeMiB").asLong()).isEqualTo(8192);
        assertThat(host.path("state").asText()).isEqualTo("up");
        assertThat(rig.call("DELETE", "/hosts/node1", "").expect(409).text("detail"))
                .contains("node1");
        rig.call("DELETE", "/hosts/node7", "").expect(404);
        JsonNode cluster = rig.get("/cluster").expect(200).json();
        assertThat(cluster.path("leader").asText()).isEqualTo("node1");
        assertThat(cluster.path("features").isObject()).isTrue();
        assertThat(cluster.path("stateHash").asText()).isNotEmpty();
    }

    @Test
    void theJournalHasAllButSecrets() {
        Reply page = rig.get("/journal?from=1&limit=3").expect(200);

        assertThat(page.json().path("items")).hasSize(3);
        assertThat(page.text("next")).isEqualTo("4");
        JsonNode first = page.json().path("items").get(0);
        assertThat(first.path("index").asLong()).isEqualTo(1);
        assertThat(first.path("changes").isArray()).isTrue();
        assertThat(rig.get("/journal?from=100000").expect(200).json().path("items"))
                .isEmpty();
    }

    @Test
    void theTablesOfTheFirstEdog() {
        Reply json = rig.get("/tables/vm_t").expect(200);
        assertThat(json.text("name")).isEqualTo("vm_t");
        assertThat(json.json().path("rows")).hasSize(5);
        assertThat(rig.get("/tables").expect(200).json().path("tables")).hasSize(7);
        Reply xml = rig.send(rig.request("/tables/disk_vm_t").header("Accept", "application/xml"));
        assertThat(xml.expect(200).http().body())
                .contains("<xml><table name=\"disk_vm_t\"><row disk=\"")
                .endsWith("</table></xml>");
        assertThat(xml.header("Content-Type")).startsWith("application/xml");
    }

    @Test
    void theOldPathsAnswerAfterLogIn() {
        HttpRequest.Builder old = HttpRequest.newBuilder(rig.uri("/tables/pm_t"));
        rig.send(old).problem(401, "unauthenticated", "Authorization");
        assertThat(rig.send(old.header("Authorization", "Bearer " + rig.admin))
                        .expect(200)
                        .text("name"))
                .isEqualTo("pm_t");
        HttpRequest.Builder all = HttpRequest.newBuilder(rig.uri("/tables"))
                .header("Authorization", "Bearer " + rig.admin)
                .header("Accept", "application/xml");
        assertThat(rig.send(all).expect(200).http().body()).contains("<row id=\"ann-id\" name=\"ann\"");
        all.setHeader("Authorization", "Bearer " + rig.ann);
        assertThat(rig.send(all).expect(200).http().body()).contains("<table name=\"vm_t\"/>");
        rig.send(HttpRequest.newBuilder(rig.uri("/tables/vm_t/x"))).expect(404);
    }

    @Test
    void theDescriptionIsWholeAndOpen() {
        Reply reply = rig.send(HttpRequest.newBuilder(rig.uri("/api/v1/openapi.json")))
                .expect(200);
        JsonNode api = reply.json();

        assertThat(api.path("paths").fieldNames())
                .toIterable()
                .contains("/vms", "/vms/{id}", "/vms/{id}/start", "/events", "/health", "/journal", "/tables/{table}");
        JsonNode vm = api.path("components").path("schemas").path("VmView").path("properties");
        assertThat(vm.path("state").path("enum").toString()).contains("running");
        assertThat(vm.path("host").path("type").asText()).isEqualTo("string");
        assertThat(vm.path("run").path("type").asText()).isEqualTo("integer");
        assertThat(api.path("paths").path("/vms").path("get").path("parameters").toString())
                .contains("limit", "after", "sort", "\"q\"");
        JsonNode body = api.path("components").path("schemas").path("CreateVmBody");
        assertThat(body.path("required").toString()).isEqualTo("[\"cpus\",\"memoryMiB\",\"name\"]");
        api.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.path("summary").asText())
                            .as(operation.toString())
                            .isNotBlank();
                    assertThat(operation.path("responses").has("default")).isTrue();
                }));
        assertThat(reply.http().body()).doesNotContain("CompletionStage", "JsonNode", "ListParams");
    }

    @Test
    void theDocumentationIsServedFromHere() {
        Reply page = rig.send(HttpRequest.newBuilder(rig.uri("/api/docs/"))).expect(200);
        assertThat(page.http().body()).contains("swagger-ui").doesNotContain("http://", "https://");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        rig.send(HttpRequest.newBuilder(rig.uri("/api/docs/swagger-ui-bundle.js")))
                .expect(200);
        rig.send(HttpRequest.newBuilder(rig.uri("/api/docs/other.js"))).problem(404, "unknown-path", "path");
        assertThat(rig.send(HttpRequest.newBuilder(rig.uri("/api/docs"))).header("Location"))
                .endsWith("/api/docs/");
    }
}
