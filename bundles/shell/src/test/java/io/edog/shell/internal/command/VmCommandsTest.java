package io.edog.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.api.command.VmCommand;
import io.edog.api.journal.Change;
import io.edog.api.json.Json;
import io.edog.api.model.Disk;
import io.edog.api.model.DiskBus;
import io.edog.api.model.Policy;
import io.edog.api.model.PolicyAction;
import io.edog.api.model.TaskState;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.service.Problem;
import io.edog.shell.internal.FakeAccounts;
import io.edog.shell.internal.FakeCluster;
import io.edog.shell.internal.Samples;
import io.edog.shell.internal.TestShell;
import io.edog.shell.internal.socket.Ran;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VmCommandsTest {
    private static final String ID = "11111111-2222-3333-4444-555555555555";

    private final FakeCluster cluster = new FakeCluster();
    private TestShell shell;

    @BeforeEach
    void open() {
        shell = TestShell.of(cluster, new FakeAccounts(cluster));
        cluster.put(Samples.vm(ID, "demo", VmState.RUNNING));
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void theListIsATableOfAtMostHundredColumns() {
        cluster.put(Samples.vm("9-".repeat(18), "a-name-that-is-much-too-long-for-any-table", VmState.UNKNOWN));
        Ran ran = Ran.in(shell, "edog:vm-list");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("demo", "running", "node1", "512 MiB", "11111111", "unknown");
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void theJsonListIsTheRestBodyAlone() throws Exception {
        JsonNode body =
                Json.mapper().readTree(Ran.in(shell, "edog:vm-list --json").out());
        assertThat(body.get("total").asInt()).isEqualTo(1);
        assertThat(body.has("next")).isFalse();
        assertThat(body.at("/items/0/name").asText()).isEqualTo("demo");
        assertThat(body.at("/items/0/run").asLong()).isEqualTo(7);
    }

    @Test
    void anEmptyListSaysSo() {
        cluster.change(Samples.THEN, List.of(Change.Removed.of(Samples.vm(ID, "demo", VmState.RUNNING))));
        assertThat(Ran.in(shell, "edog:vm-list").out()).contains("There are no VMs.");
        assertThat(Ran.in(shell, "edog:vm-list --json").out()).isEqualTo("{\"items\":[],\"total\":0}\n");
    }

    @Test
    void oneIsShownByNameByIdAndByTheBeginningOfItsId() {
        for (String word : List.of("demo", ID, "1111")) {
            assertThat(Ran.in(shell, "edog:vm-show " + word).out()).contains(ID, "its owner started it", "br0");
            assertThat(Ran.in(shell, "edog:vm-show " + word + " --json").out()).startsWith("{\"id\":\"" + ID);
        }
    }

    @Test
    void whatMeansSeveralIsNotGuessed() {
        cluster.put(Samples.vm("1111-other", "other", VmState.STOPPED));
        Ran ran = Ran.in(shell, "edog:vm-show 1111");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("means 2 of them").contains("cure:");
    }

    @Test
    void noSuchVmIsRefusedOnStandardError() throws Exception {
        Ran ran = Ran.in(shell, "edog:vm-show nobody --json");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(Json.mapper().readTree(ran.err()).get("status").asInt()).isEqualTo(404);
    }

    @Test
    void startWaitsForItsTask() {
        cluster.put(Samples.vm("v2", "other", VmState.STOPPED));
        cluster.answer(command -> {
            cluster.put(Samples.task("t1", "v2", TaskState.RUNNING, "waits for node1"));
            new Thread(() -> cluster.put(
                            Samples.vm("v2", "other", VmState.RUNNING),
                            Samples.task("t1", "v2", TaskState.SUCCEEDED, "done")))
                    .start();
            return cluster.accepted("v2", Optional.of("t1"));
        });
        Ran ran = Ran.in(shell, "edog:vm-start other");
        assertThat(ran.out().strip()).isEqualTo("other (v2) is running on node1.");
        assertThat(ran.code()).isZero();
        assertThat(cluster.commands).containsExactly(new VmCommand.StartVm("v2", Optional.empty()));
        assertThat(cluster.callers.get(0).name()).isEqualTo("local:root");
        assertThat(cluster.followers()).isZero();
    }

    @Test
    void noWaitReturnsTheOpenTask() throws Exception {
        cluster.answer(command -> {
            cluster.put(Samples.task("t1", ID, TaskState.QUEUED, "waits"));
            return cluster.accepted(ID, Optional.of("t1"));
        });
        Ran ran = Ran.in(shell, "edog:vm-reboot demo --no-wait --json");
        assertThat(Json.mapper().readTree(ran.out()).get("state").asText()).isEqualTo("queued");
    }

    @Test
    void aFailedTaskFailsTheCommand() {
        cluster.answer(command -> {
            cluster.put(Samples.task("t1", ID, TaskState.FAILED, "failed"));
            return cluster.accepted(ID, Optional.of("t1"));
        });
        Ran ran = Ran.in(shell, "edog:vm-start demo");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).isEqualTo("error: No host has 512 MiB free: node1 has 100.\ncure: Free some memory.\n");
    }

    @Test
    void aTaskThatTakesTooLongIsATimeOut() {
        cluster.answer(command -> {
            cluster.put(Samples.task("t1", ID, TaskState.RUNNING, "waits"));
            return cluster.accepted(ID, Optional.of("t1"));
        });
        Ran ran = Ran.in(shell, "edog:vm-start demo --timeout 1");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.err()).contains("took longer than 1 s").contains("cure:");
    }

    @Test
    void aClusterThatDoesNotAnswerIsATimeOut() {
        cluster.neverAnswer();
        assertThat(Ran.in(shell, "edog:vm-pause demo").code()).isEqualTo(4);
    }

    @Test
    void aRefusalIsToldWithItsCure() {
        cluster.refuse(Problem.wrongState("demo is running.", "Stop it first."));
        Ran ran = Ran.in(shell, "edog:vm-start demo");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEqualTo("error: demo is running.\ncure: Stop it first.\n");
    }

    @Test
    void aManagerThatCannotAnswerIsUnreachable() {
        cluster.refuse(Problem.unavailable("No leader.", "Wait."));
        assertThat(Ran.in(shell, "edog:vm-start demo").code()).isEqualTo(3);
    }

    @Test
    void aTaskIsWaitedForWhileTheManagerDoesNotServeForAMoment() {
        cluster.answer(command -> {
            cluster.put(Samples.task("t1", ID, TaskState.RUNNING, "waits"));
            cluster.servesNot("nobody leads");
            return cluster.accepted(ID, Optional.of("t1"));
        });
        new Thread(() -> {
                    org.awaitility.Awaitility.await().until(() -> cluster.followers() > 0);
                    cluster.servesNot("");
                    cluster.put(Samples.task("t1", ID, TaskState.SUCCEEDED, "done"));
                })
                .start();
        Ran ran = Ran.in(shell, "edog:vm-start demo");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
    }

    @Test
    void followersThatAreEndedDoNotHang() {
        cluster.answer(command -> {
            cluster.put(Samples.task("t1", ID, TaskState.RUNNING, "waits"));
            return cluster.accepted(ID, Optional.of("t1"));
        });
        Thread ender = new Thread(() -> {
            org.awaitility.Awaitility.await().until(() -> cluster.followers() > 0);
            cluster.endFollowers("the manager stops");
        });
        ender.start();
        assertThat(Ran.in(shell, "edog:vm-start demo").code()).isEqualTo(3);
    }

    @Test
    void stopTakesItsOptionsBeforeAndAfterTheVm() {
        Ran.in(shell, "edog:vm-stop demo --grace 5");
        Ran.in(shell, "edog:vm-stop --force demo");
        Ran.in(shell, "edog:vm-stop demo --grace=7 --force");
        assertThat(cluster.commands)
                .containsExactly(
                        new VmCommand.StopVm(ID, OptionalInt.of(5), false),
                        new VmCommand.StopVm(ID, OptionalInt.empty(), true),
                        new VmCommand.StopVm(ID, OptionalInt.of(7), true));
    }

    @Test
    void createUnderstandsAllItsOptions() {
        cluster.put(Samples.vm("v-web", "web", VmState.STOPPED));
        cluster.answer(command -> cluster.accepted("v-web", Optional.empty()));
        Ran ran = Ran.in(
                shell,
                "edog:vm-create web --cpus 4 --memory 2G --template 'tiny linux' --disk data --disk logs:scsi "
                        + "--nic br0 --nic br1,model=e1000,mac=52:54:00:00:00:02 --on-crash leave --start --no-wait");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("web (v-web) is stopped.\n");
        assertThat(cluster.commands)
                .containsExactly(new VmCommand.CreateVm(
                        "web",
                        4,
                        2048,
                        Optional.of("tiny linux"),
                        Optional.empty(),
                        List.of(new Disk("data", DiskBus.VIRTIO), new Disk("logs", DiskBus.SCSI)),
                        List.of(
                                new VmCommand.NicRequest("br0", Optional.empty(), "virtio"),
                                new VmCommand.NicRequest("br1", Optional.of("52:54:00:00:00:02"), "e1000")),
                        new Policy(PolicyAction.LEAVE, PolicyAction.STOP, PolicyAction.RESTART),
                        true));
    }

    @Test
    void updateChangesOnlyWhatIsSaid() {
        cluster.answer(command -> cluster.accepted(ID, Optional.empty()));
        Ran ran = Ran.in(shell, "edog:vm-update demo --cpus 2 --if-version 3 --json");
        VmCommand.UpdateVm update = (VmCommand.UpdateVm) cluster.commands.get(0);
        assertThat(update.cpus()).hasValue(2);
        assertThat(update.ifVersion()).hasValue(3);
        assertThat(update.policy()).isEmpty();
        assertThat(update.memoryMiB()).isEmpty();
        assertThat(ran.out()).startsWith("{\"id\":\"" + ID);
    }

    @Test
    void deleteMustBeToldWhatBecomesOfTheDisks() {
        assertThat(Ran.in(shell, "edog:vm-delete demo").code()).isEqualTo(2);
        assertThat(Ran.in(shell, "edog:vm-delete demo --disks burn").code()).isEqualTo(2);
        assertThat(cluster.commands).isEmpty();
        assertThat(Ran.in(shell, "edog:vm-delete demo --disks keep").code()).isZero();
        assertThat(cluster.commands).containsExactly(new VmCommand.DeleteVm(ID, Vm.DiskFate.KEEP));
    }

    @Test
    void whySaysWhatIsAwaited() throws Exception {
        Ran ran = Ran.in(shell, "edog:why demo");
        assertThat(ran.out())
                .contains("its owner started it", "restarts", "awaited")
                .contains("nothing");
        JsonNode body =
                Json.mapper().readTree(Ran.in(shell, "edog:why --json demo").out());
        assertThat(body.get("ageMs").asLong()).isPositive();
        assertThat(body.get("host").asText()).isEqualTo("node1");
    }
}
