package io.edog.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.api.journal.Change;
import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.json.EntryCodec;
import io.edog.api.json.Json;
import io.edog.api.model.Disk;
import io.edog.api.model.DiskBus;
import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.model.Policy;
import io.edog.api.model.Power;
import io.edog.api.model.Resource;
import io.edog.api.model.Restarts;
import io.edog.api.model.Run;
import io.edog.api.model.Session;
import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.Event;
import io.edog.api.service.ManagerStatus;
import io.edog.api.state.StateHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Run RUN = new Run(7, "node1", "boot", NOW, 1, 512);

    private static final User USER =
            new User("u1", "default", "ann", "$argon2id$v=19$secret", Set.of("user"), false, NOW);
    private static final Session SESSION = new Session("s1", "default", "u1", "ci", "beef", false, NOW);
    private static final Host HOST = new Host(
            "node1", "default", "node1", HostState.UP, "", NOW, "up", "up", 4, 8192, "boot", Map.of("rack", "a"));

    @Test
    void aVmHasTheFixedFieldsInTheirOrder() {
        assertThat(fields(VmView.of(vm(Optional.of(RUN)), new OneHostView())))
                .containsExactly(
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
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        JsonNode vm = Json.mapper().valueToTree(VmView.of(vm(Optional.empty()), new OneHostView()));
        assertThat(vm.has("host")).isFalse();
        assertThat(vm.has("run")).isFalse();
        assertThat(vm.get("disks").get(0).get("bus").asText()).isEqualTo("virtio");
    }

    @Test
    void pendingNamesWhatWaitsForTheNextStart() {
        JsonNode vm = Json.mapper().valueToTree(VmView.of(vm(Optional.of(RUN)), new OneHostView()));
        assertThat(vm.get("pending").toString()).isEqualTo("[\"cpus\"]");
        assertThat(vm.get("run").asLong()).isEqualTo(7);
    }

    @Test
    void aHostWithoutAReportHasNoFreeMemoryToTell() {
        assertThat(fields(HostView.of(HOST, new OneHostView())))
                .containsExactly(
                        "id",
                        "name",
                        "state",
                        "reason",
                        "since",
                        "agent",
                        "libvirt",
                        "cpus",
                        "memoryMiB",
                        "bootId",
                        "labels");
    }

    @Test
    void aTaskHasItsProblemOnlyWhenItFailed() {
        Task task = new Task(
                "t1", "default", "u1", "vm.start", "v1", TaskState.QUEUED, 0, "waits", Optional.empty(), NOW, NOW);
        assertThat(fields(TaskView.of(task)))
                .containsExactly("id", "kind", "subject", "state", "progress", "message", "createdAt", "updatedAt");
    }

    @Test
    void noViewHoldsASecret() {
        for (Resource object : List.of(USER, SESSION)) {
            assertThat(Json.write(Views.of(object, new OneHostView()))).doesNotContain("argon2", "beef", "Hash");
            Event event = new Event(new Index(3), NOW, "u1", new Change.Put(object));
            assertThat(Json.write(EventView.of(event, new OneHostView()))).doesNotContain("argon2", "beef", "Hash");
        }
    }

    @Test
    void theJournalNamesChangesAndHidesHashes() {
        List<Change> changes = List.of(new Change.Put(USER), new Change.Put(SESSION), Change.Removed.of(HOST));
        JsonNode view = Json.mapper().valueToTree(JournalEntryView.of(entry(changes)));
        assertThat(fields(view)).containsExactly("index", "epoch", "id", "at", "by", "changes", "hash");
        assertThat(view.toString()).doesNotContain("argon2", "beef", "@type");
        assertThat(view.get("changes").findValuesAsText("change"))
                .containsExactly("user.put", "session.put", "host.removed");
        assertThat(view.get("changes").get(0).get("object").get("passwordHash").asText())
                .isEqualTo(ChangeView.REDACTED);
    }

    @Test
    void aJournalPageSaysWhereToGoOn() {
        List<Entry> one = List.of(entry(List.of()));
        assertThat(JournalEntryView.page(one, new Index(5)).next()).contains("2");
        assertThat(JournalEntryView.page(one, new Index(1)).next()).isEmpty();
        assertThat(JournalEntryView.page(List.of(), new Index(1)).next()).isEmpty();
    }

    @Test
    void theClusterStatusHasPlainNumbers() {
        ClusterStatus status = new ClusterStatus(
                "node1",
                Optional.of("node1"),
                new Epoch(3),
                new Index(9),
                StateHash.EMPTY,
                true,
                true,
                true,
                "",
                List.of(new ManagerStatus("node1", ManagerStatus.Role.LEADER, true, "", "0.1.0", new Index(9), 0, "")));
        JsonNode view = Json.mapper().valueToTree(ClusterStatusView.of(status, Map.of("edog-core", "0.1.0")));
        assertThat(view.get("epoch").asLong()).isEqualTo(3);
        assertThat(view.get("role").asText()).isEqualTo("leader");
        assertThat(view.get("members").get(0).get("role").asText()).isEqualTo("leader");
        assertThat(view.get("members").get(0).get("index").asLong()).isEqualTo(9);
        assertThat(view.get("features").get("edog-core").asText()).isEqualTo("0.1.0");
        assertThat(view.get("stateHash").isTextual()).isTrue();
    }

    @Test
    void theOldTablesAreThere() {
        assertThat(TableViews.names())
                .containsExactly("vm_t", "pm_t", "cust_t", "disk_t", "disk_vm_t", "stddisk_t", "option_t");
        OneHostView view = new OneHostView(HOST, USER, vm(Optional.of(RUN)));
        assertThat(TableViews.rows("vm_t", view))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("pm", "node1").containsEntry("state", "running"));
        assertThat(TableViews.rows("disk_vm_t", view)).hasSize(1);
        assertThat(TableViews.rows("cust_t", view).toString()).doesNotContain("argon2");
        TableViews.names()
                .forEach(name -> assertThat(TableViews.rows(name, view)).isNotNull());
    }

    private static List<String> fields(Object view) {
        List<String> names = new ArrayList<>();
        Json.mapper().<JsonNode>valueToTree(view).fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Entry entry(List<Change> changes) {
        ChangeSet set = new ChangeSet(UUID.randomUUID(), NOW, "u1", changes, List.of());
        return EntryCodec.next(Index.ZERO, Entry.GENESIS, new Epoch(1), set);
    }

    private static Vm vm(Optional<Run> run) {
        return new Vm(
                "v1",
                "default",
                "u1",
                "demo",
                1,
                2,
                512,
                List.of(new Disk("d1", DiskBus.VIRTIO)),
                List.of(),
                Policy.DEFAULT,
                Power.RUNNING,
                VmState.RUNNING,
                "",
                NOW,
                run,
                7,
                Optional.empty(),
                Optional.empty(),
                Restarts.NONE,
                Optional.empty(),
                Optional.empty(),
                NOW);
    }
}
