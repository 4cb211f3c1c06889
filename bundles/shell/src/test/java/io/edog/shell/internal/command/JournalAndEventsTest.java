package io.edog.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.api.json.Json;
import io.edog.api.model.User;
import io.edog.api.model.VmState;
import io.edog.shell.internal.FakeAccounts;
import io.edog.shell.internal.FakeCluster;
import io.edog.shell.internal.Samples;
import io.edog.shell.internal.TestShell;
import io.edog.shell.internal.socket.Ran;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalAndEventsTest {
    private final FakeCluster cluster = new FakeCluster();
    private TestShell shell;

    @BeforeEach
    void open() {
        shell = TestShell.of(cluster, new FakeAccounts(cluster));
        Instant now = Instant.now();
        for (int hours = 20; hours > 0; hours--) {
            cluster.put(now.minus(Duration.ofHours(hours)), Samples.vm("v" + hours, "vm" + hours, VmState.RUNNING));
        }
        cluster.put(new User("u1", "default", "ann", "$argon2", Set.of("user"), false, Samples.THEN));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void theNewestEntriesComeWithoutAsking() throws Exception {
        JsonNode body = json("edog:journal-list --limit 2 --json");
        assertThat(body.at("/items/0/index").asLong()).isEqualTo(20);
        assertThat(body.at("/items/1/changes/0/change").asText()).isEqualTo("user.put");
        assertThat(body.toString()).doesNotContain("argon2");
        assertThat(body.has("next")).isFalse();
    }

    @Test
    void sinceIsAnIndexOrATime() throws Exception {
        assertThat(json("edog:journal-list --json --since 5 --limit 3")
                        .get("next")
                        .asText())
                .isEqualTo("8");
        assertThat(json("edog:journal-list --json --since 150m")
                        .at("/items/0/index")
                        .asLong())
                .isEqualTo(19);
        assertThat(json("edog:journal-list --json --since 7d")
                        .at("/items/0/index")
                        .asLong())
                .isEqualTo(1);
        assertThat(Ran.in(shell, "edog:journal-list --since yesterday").code()).isEqualTo(2);
    }

    @Test
    void whatIsOlderThanTheArchiveIsGone() throws Exception {
        cluster.archiveFrom(10);
        assertThat(Ran.in(shell, "edog:journal-list --since 5").code()).isEqualTo(1);
        assertThat(json("edog:journal-list --json --since 7d")
                        .at("/items/0/index")
                        .asLong())
                .isEqualTo(10);
    }

    @Test
    void theTableNamesWhoAndWhat() {
        String table = Ran.in(shell, "edog:journal-list").out();
        assertThat(table).contains("ann", "vm vm1 running", "user ann");
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void eventsEndAfterTheirCount() throws Exception {
        Thread later = new Thread(() -> {
            Awaitility.await().until(() -> cluster.followers() > 0);
            cluster.put(Samples.vm("new", "new", VmState.STOPPED));
            cluster.put(Samples.vm("newer", "newer", VmState.STOPPED));
        });
        later.start();
        Ran ran = Ran.in(shell, "edog:events --count 1 --json");
        later.join();
        JsonNode line = Json.mapper().readTree(ran.out());
        assertThat(line.get("event").asText()).isEqualTo("vm.put");
        assertThat(line.at("/data/object/name").asText()).isEqualTo("new");
        assertThat(cluster.followers()).isZero();
    }

    @Test
    void eventsCanBeginInThePast() {
        assertThat(Ran.in(shell, "edog:events --since 18 --count 3").out().lines())
                .hasSize(3);
    }

    private JsonNode json(String command) throws Exception {
        Ran ran = Ran.in(shell, command);
        assertThat(ran.err()).isEmpty();
        return Json.mapper().readTree(ran.out());
    }
}
