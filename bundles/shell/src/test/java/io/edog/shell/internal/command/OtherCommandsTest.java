package io.edog.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.api.bus.Daemon;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.PoolReport;
import io.edog.api.command.CancelTask;
import io.edog.api.command.ClusterCommand.FinalizeUpgrade;
import io.edog.api.command.ClusterCommand.HandOver;
import io.edog.api.command.ClusterCommand.RemoveHost;
import io.edog.api.command.ClusterCommand.RemoveManager;
import io.edog.api.command.StorageCommand;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.json.Json;
import io.edog.api.model.Pool;
import io.edog.api.model.TaskState;
import io.edog.api.model.Template;
import io.edog.api.model.VmState;
import io.edog.api.model.VolumeState;
import io.edog.shell.internal.FakeAccounts;
import io.edog.shell.internal.FakeCluster;
import io.edog.shell.internal.Samples;
import io.edog.shell.internal.TestShell;
import io.edog.shell.internal.socket.Ran;
import io.edog.shell.wire.ExitCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtherCommandsTest {
    private final FakeCluster cluster = new FakeCluster();
    private TestShell shell;

    @BeforeEach
    void open() {
        shell = TestShell.of(cluster, new FakeAccounts(cluster));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void hostsAreListedAndShown() {
        cluster.put(Samples.host("node1"), Samples.vm("v1", "demo", VmState.RUNNING));
        cluster.reports.put("node1", report());
        assertThat(narrow(Ran.in(shell, "edog:host-list"))).contains("node1", "up", "1 TiB", "2 GiB");
        assertThat(Ran.in(shell, "edog:host-show node1").out()).contains("demo (running)", "rack=a");
        assertThat(Ran.in(shell, "edog:host-list --json").out()).contains("\"freeMiB\":2048");
        assertThat(Ran.in(shell, "edog:host-delete node1").out()).contains("node1 is no host any more");
        assertThat(Ran.in(shell, "edog:host-delete node7").code()).isEqualTo(1);
        assertThat(cluster.commands).containsExactly(new RemoveHost("node1"));
    }

    @Test
    void theClusterItselfIsOrderedAbout() {
        assertThat(Ran.in(shell, "edog:leader-handover").code()).isZero();
        assertThat(Ran.in(shell, "edog:upgrade-finalize").code()).isZero();
        assertThat(Ran.in(shell, "edog:manager-delete --force b").code()).isZero();
        assertThat(cluster.commands)
                .containsExactly(new HandOver(), new FinalizeUpgrade(), new RemoveManager("b", true));
        assertThat(Ran.in(shell, "edog:manager-reinstall").code()).isNotZero();
        assertThat(narrow(Ran.in(shell, "edog:status"))).contains("leader", "0.1.0");
    }

    @Test
    void aManagerThatDoesNotServeSaysSoAndShowsOnlyWhereItStands() {
        cluster.put(Samples.vm("v1", "demo", VmState.RUNNING));
        cluster.servesNot("its state differs from the others'");
        for (String command : List.of(
                "vm-list",
                "vm-show demo",
                "vm-start demo",
                "why demo",
                "journal-list",
                "events --since 0 --count 1",
                "leader-handover",
                "upgrade-finalize")) {
            Ran ran = Ran.in(shell, "edog:" + command);
            assertThat(ran.code()).as(command).isEqualTo(ExitCode.UNREACHABLE);
            assertThat(ran.out()).as(command).isEmpty();
            assertThat(ran.err()).as(command).contains("its state differs from the others'", "edog:status");
        }
        assertThat(cluster.commands).isEmpty();
        assertThat(Ran.in(shell, "edog:vm-list --json").err()).contains("\"status\":503");
        assertThat(narrow(Ran.in(shell, "edog:status")))
                .containsPattern("serving: +no")
                .contains("differs");
        assertThat(Ran.in(shell, "edog:manager-reinstall").err()).doesNotContain("differs");
    }

    @Test
    void tasksAreListedShownAndCancelled() {
        cluster.put(
                Samples.vm("v1", "demo", VmState.RUNNING),
                Samples.task("t1", "v1", TaskState.RUNNING, "waits for node1 to say that it has begun"),
                Samples.task("t2", "v1", TaskState.FAILED, ""));
        assertThat(narrow(Ran.in(shell, "edog:task-list"))).contains("t1", "vm.start", "demo", "No host has");
        assertThat(Ran.in(shell, "edog:task-list --open").out()).contains("t1").doesNotContain("t2");
        assertThat(Ran.in(shell, "edog:task-show t2").out()).contains("Free some memory.");
        assertThat(Ran.in(shell, "edog:task-cancel t1").code()).isZero();
        assertThat(cluster.commands).containsExactly(new CancelTask("t1"));
    }

    @Test
    void storageIsListed() {
        cluster.put(
                Samples.vm("v1", "demo", VmState.RUNNING),
                Samples.volume("d1", "demo-boot", Optional.of("v1")),
                new Pool("default", "default", "default", "dir", Set.of("node1", "node2")),
                template());
        cluster.reports.put("node1", report());
        assertThat(narrow(Ran.in(shell, "edog:volume-list"))).contains("demo-boot", "10 GiB", "demo", "ready");
        assertThat(narrow(Ran.in(shell, "edog:template-list"))).contains("tiny", "linux", "12.1", "64 MiB");
        assertThat(narrow(Ran.in(shell, "edog:pool-list"))).contains("node1", "yes", "node2", "no", "1 GiB");
    }

    @Test
    void storageIsMadeAndDeleted() {
        cluster.put(Samples.volume("d1", "data", Optional.empty()), template());
        Ran.in(shell, "edog:volume-create logs 10G --pool default");
        Ran.in(shell, "edog:volume-delete data");
        Ran.in(shell, "edog:template-import tiny2 /tmp/tiny.qcow2 --image-version 13");
        Ran.in(shell, "edog:template-delete tiny");
        assertThat(cluster.commands)
                .containsExactly(
                        new StorageCommand.CreateVolume("logs", Optional.of("default"), 10L << 30),
                        new StorageCommand.DeleteVolume("d1"),
                        new StorageCommand.ImportTemplate("tiny2", "linux", "13", "/tmp/tiny.qcow2", Optional.empty()),
                        new StorageCommand.DeleteTemplate("tpl1"));
        assertThat(Ran.in(shell, "edog:volume-create logs 10X").code()).isEqualTo(2);
        assertThat(Ran.in(shell, "edog:volume-create logs 999999999T").code()).isEqualTo(2);
    }

    @Test
    void theStatusNamesTheFeaturesOfEdog() throws Exception {
        assertThat(Ran.in(shell, "edog:status").out()).contains("node1", "armed", "nowhere to restart");
        JsonNode body =
                Json.mapper().readTree(Ran.in(shell, "edog:status --json").out());
        assertThat(body.get("features").toString()).isEqualTo("{\"edog-core\":\"0.1.0\",\"edog-rest\":\"0.1.0\"}");
    }

    @Test
    void severalCommandsInOneLineWork() {
        cluster.put(Samples.vm("v1", "demo", VmState.RUNNING), Samples.vm("v2", "other", VmState.STOPPED));
        Ran ran = Ran.in(shell, "edog:vm-list --json; edog:vm-list");
        assertThat(ran.out()).contains("{\"items\"").contains("demo");
    }

    private static String narrow(Ran ran) {
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        return ran.out();
    }

    private static Template template() {
        return new Template(
                "tpl1",
                "default",
                "tiny",
                "linux",
                "12.1",
                "default",
                64L << 20,
                VolumeState.READY,
                "",
                "/tmp/tiny.qcow2",
                Optional.empty(),
                Optional.empty(),
                Samples.THEN);
    }

    private static HostReport report() {
        return new HostReport(
                "node1",
                "boot",
                1,
                Samples.THEN,
                new Epoch(1),
                new Index(1),
                false,
                "0.1.0",
                new Daemon(true, "9.0", Samples.THEN),
                64,
                1_048_576,
                2048,
                List.of(),
                List.of(),
                List.of(new PoolReport("default", "dir", true, "", 4L << 30, 1L << 30)));
    }
}
