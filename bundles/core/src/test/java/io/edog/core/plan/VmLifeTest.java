package io.edog.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestState;
import io.edog.api.command.VmCommand.DeleteVm;
import io.edog.api.command.VmCommand.PauseVm;
import io.edog.api.command.VmCommand.RebootVm;
import io.edog.api.command.VmCommand.StartVm;
import io.edog.api.command.VmCommand.StopVm;
import io.edog.api.model.Power;
import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.model.Vm;
import io.edog.api.model.Vm.DiskFate;
import io.edog.api.model.VmState;
import io.edog.api.model.Volume;
import io.edog.core.Fixture;
import io.edog.core.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VmLifeTest {
    private final Fixture f = new Fixture();

    @BeforeEach
    void template() {
        f.template();
    }

    private TaskState task(String id) {
        return f.state.find(Task.class, id).orElseThrow().state();
    }

    @Test
    void aCreatedVmStartsOnceItsDiskIsThere() {
        var reply = f.accept(f.createVm("a"), Fixture.ADMIN);
        f.settle();
        assertThat(f.vm(reply.subject()).state()).isEqualTo(VmState.CREATING);
        f.volumeDone(f.vm(reply.subject()));
        Vm starting = f.vm(reply.subject());
        assertThat(starting.state()).isEqualTo(VmState.STARTING);
        assertThat(starting.run().orElseThrow().number()).isEqualTo(1);
        f.report(starting, GuestState.RUNNING, Optional.empty());
        f.settle();
        assertThat(f.vm(reply.subject()).state()).isEqualTo(VmState.RUNNING);
        assertThat(task(reply.task().orElseThrow())).isEqualTo(TaskState.SUCCEEDED);
    }

    @Test
    void aSilentAgentMakesItUnknownAndNothingIsStarted() {
        Vm vm = f.running("a");
        f.pass(Settings.DEFAULT.agentTimeout()).settle();
        assertThat(f.vm(vm.id()).state()).isEqualTo(VmState.UNKNOWN);
        assertThat(f.vm(vm.id()).reason()).contains("has not answered since");
        assertThat(f.vm(vm.id()).run()).isEqualTo(vm.run());
        f.heartbeat();
        f.settle();
        assertThat(f.vm(vm.id()).state()).isEqualTo(VmState.RUNNING);
        assertThat(f.vm(vm.id()).lastRun()).isEqualTo(1);
    }

    @Test
    void aCrashIsFollowedByANewRunWithBackOffAndALimit() {
        Vm vm = f.running("a");
        for (int crash = 1; crash <= Settings.DEFAULT.restartLimit(); crash++) {
            f.report(f.vm(vm.id()), GuestState.ENDED, Optional.of(EndCause.CRASHED));
            f.settle();
            f.pass(Settings.DEFAULT.backoff(crash));
            f.heartbeat();
            f.settle();
            assertThat(f.vm(vm.id()).lastRun()).isEqualTo(crash + 1L);
            f.report(f.vm(vm.id()), GuestState.RUNNING, Optional.empty());
            f.settle();
        }
        f.report(f.vm(vm.id()), GuestState.ENDED, Optional.of(EndCause.CRASHED));
        f.settle();
        assertThat(f.vm(vm.id()).state()).isEqualTo(VmState.ERROR);
        assertThat(f.vm(vm.id()).reason()).contains("not restarted again");
        assertThat(f.vm(vm.id()).run()).isEmpty();
    }

    @Test
    void aStableGuestHasItsRestartsForgotten() {
        Vm vm = f.running("a");
        f.report(vm, GuestState.ENDED, Optional.of(EndCause.CRASHED));
        f.settle();
        f.report(f.vm(vm.id()), GuestState.RUNNING, Optional.empty());
        f.settle();
        assertThat(f.vm(vm.id()).restarts().count()).isEqualTo(1);
        f.pass(Settings.DEFAULT.stableAfter());
        f.heartbeat();
        f.settle();
        assertThat(f.vm(vm.id()).restarts().count()).isZero();
    }

    @Test
    void aGuestThatPowersItselfOffStaysOff() {
        Vm vm = f.running("a");
        f.report(vm, GuestState.ENDED, Optional.of(EndCause.SHUTDOWN));
        f.settle();
        Vm after = f.vm(vm.id());
        assertThat(after.state()).isEqualTo(VmState.STOPPED);
        assertThat(after.desired()).isEqualTo(Power.STOPPED);
        assertThat(after.reason()).contains("powered itself off").contains("onShutdown=stop");
    }

    @Test
    void stopEndsTheRunAndItsTask() {
        Vm vm = f.running("a");
        var reply = f.accept(new StopVm(vm.id(), OptionalInt.empty(), false), Fixture.ADMIN);
        f.settle();
        assertThat(f.vm(vm.id()).state()).isEqualTo(VmState.STOPPING);
        f.report(f.vm(vm.id()), GuestState.ENDED, Optional.of(EndCause.SHUTDOWN));
        f.settle();
        assertThat(f.vm(vm.id()).state()).isEqualTo(VmState.STOPPED);
        assertThat(task(reply.task().orElseThrow())).isEqualTo(TaskState.SUCCEEDED);
    }

    @Test
    void aPendingRestartCanBeCalledOff() {
        Vm vm = f.running("a");
        f.report(vm, GuestState.ENDED, Optional.of(EndCause.FAILED));
        f.settle();
        assertThat(f.vm(vm.id()).restarts().notBefore()).isPresent();
        f.accept(new StopVm(vm.id(), OptionalInt.empty(), false), Fixture.ADMIN);
        f.pass(Duration.ofMinutes(2));
        f.heartbeat();
        f.settle();
        assertThat(f.vm(vm.id()).state()).isEqualTo(VmState.STOPPED);
        assertThat(f.vm(vm.id()).lastRun()).isEqualTo(1);
    }

    @Test
    void pauseAndRebootEndWhenTheHostSaysSo() {
        Vm vm = f.running("a");
        var reboot = f.accept(new RebootVm(vm.id()), Fixture.ADMIN).task();
        f.settle();
        assertThat(task(reboot.orElseThrow())).isEqualTo(TaskState.RUNNING);
        f.report(f.vm(vm.id()), GuestState.RUNNING, Optional.empty(), reboot);
        f.settle();
        assertThat(task(reboot.orElseThrow())).isEqualTo(TaskState.SUCCEEDED);
        var pause = f.accept(new PauseVm(vm.id()), Fixture.ADMIN).task();
        f.settle();
        assertThat(task(pause.orElseThrow())).isEqualTo(TaskState.RUNNING);
        f.report(f.vm(vm.id()), GuestState.PAUSED, Optional.empty(), reboot);
        f.settle();
        assertThat(task(pause.orElseThrow())).isEqualTo(TaskState.SUCCEEDED);
        assertThat(f.vm(vm.id()).state()).isEqualTo(VmState.PAUSED);
    }

    @Test
    void noHostFittingIsSaidAndTriedAgain() {
        Vm vm = f.running("a");
        f.accept(new StopVm(vm.id(), OptionalInt.empty(), true), Fixture.ADMIN);
        f.report(f.vm(vm.id()), GuestState.ENDED, Optional.of(EndCause.STOPPED));
        f.settle();
        f.leaving = true;
        f.accept(new StartVm(vm.id(), Optional.empty()), Fixture.ADMIN);
        f.settle();
        assertThat(f.vm(vm.id()).reason()).contains("no host fits: h1: not up");
        f.leaving = false;
        f.settle();
        assertThat(f.vm(vm.id()).lastRun()).isEqualTo(2);
    }

    @Test
    void deletingWithDisksWaitsForTheHostsWordOnThisDeletion() {
        Vm vm = f.running("a");
        f.accept(new StopVm(vm.id(), OptionalInt.empty(), true), Fixture.ADMIN);
        f.report(f.vm(vm.id()), GuestState.ENDED, Optional.of(EndCause.STOPPED));
        f.settle();
        var reply = f.accept(new DeleteVm(vm.id(), DiskFate.DELETE), Fixture.ADMIN);
        f.settle();
        assertThat(f.state.find(Vm.class, vm.id())).isEmpty();
        assertThat(f.state.list(Volume.class))
                .as("the host's older word on the making of it is no word on its removal")
                .hasSize(1);
        assertThat(task(reply.task().orElseThrow())).isEqualTo(TaskState.RUNNING);
    }
}
