package io.edog.agent.internal.converge;

import static io.edog.agent.internal.converge.AgentRig.VM;
import static io.edog.agent.internal.converge.AgentRig.guest;
import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestState;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.PauseReason;
import io.edog.api.model.Power;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends are told apart, proven, and never followed by a second start. */
class EndCausesTest {
    @TempDir
    Path directory;

    private AgentRig rig;

    @BeforeEach
    void startGuest() {
        rig = new AgentRig(directory);
        rig.settle();
        rig.assign(guest(7, Power.RUNNING));
    }

    @Test
    void aGuestThatPowersItselfOffIsNoCrash() {
        rig.hypervisor.powerOff(VM);

        assertEnded(EndCause.SHUTDOWN);
    }

    @Test
    void aKilledQemuIsACrash() {
        rig.hypervisor.kill(VM);

        assertEnded(EndCause.CRASHED);
        assertThat(rig.guest(7).pid()).isEmpty();
    }

    @Test
    void aGuestThatOthersDestroyIsACrashAndSaidSo() {
        rig.hypervisor.destroyedByOthers(VM);

        assertEnded(EndCause.CRASHED);
        assertThat(rig.guest(7).detail()).contains("not by edog");
    }

    @Test
    void withoutAWordFromTheHypervisorItIsACrashAfterAWhile() {
        rig.hypervisor.deafen();
        rig.hypervisor.kill(VM);
        assertThat(rig.guest(7).state()).isEqualTo(GuestState.RUNNING);
        rig.pass(Duration.ofMillis(700));

        assertEnded(EndCause.CRASHED);
        assertThat(rig.guest(7).detail()).contains("process");
    }

    @Test
    void anEndedRunIsNeverBegunAgain() {
        rig.hypervisor.kill(VM);
        rig.pass(Duration.ofSeconds(3));
        rig.restart();
        rig.settle();
        rig.assign(1, 9, List.of(guest(7, Power.RUNNING)), List.of());
        rig.pass(Duration.ofSeconds(3));

        assertEnded(EndCause.CRASHED);
        assertThat(rig.calls()).containsExactly("create 7", "resume 7");
    }

    @Test
    void anAgentThatRestartsTakesOverWhatRuns() {
        long pid = rig.hypervisor.process(VM).pid();
        rig.restart();
        rig.settle();
        rig.assign(1, 9, List.of(guest(7, Power.RUNNING)), List.of());

        assertThat(rig.guest(7).state()).isEqualTo(GuestState.RUNNING);
        assertThat(rig.guest(7).pid()).hasValue(pid);
        assertThat(rig.calls()).containsExactly("create 7", "resume 7");
        rig.hypervisor.kill(VM);
        assertEnded(EndCause.CRASHED);
    }

    @Test
    void theCauseIsTheSameAfterARestartOfTheAgent() {
        rig.hypervisor.powerOff(VM);
        rig.settle();
        rig.restart();
        rig.settle();

        assertEnded(EndCause.SHUTDOWN);
    }

    @Test
    void whatVanishedWhileTheAgentWasAwayIsACrash() {
        rig.hypervisor.deafen();
        rig.hypervisor.kill(VM);
        rig.restart();
        rig.settle();
        rig.assign(1, 9, List.of(guest(7, Power.RUNNING)), List.of());
        rig.pass(Duration.ofSeconds(1));

        assertEnded(EndCause.CRASHED);
        assertThat(rig.guest(7).detail()).contains("while the agent was away");
        assertThat(rig.calls()).containsExactly("create 7", "resume 7");
    }

    @Test
    void whetherItWasToBeStoppedIsAwaitedBeforeItIsACrash() {
        rig.hypervisor.deafen();
        rig.hypervisor.kill(VM);
        rig.restart();
        rig.pass(Duration.ofSeconds(2));
        assertThat(rig.guest(7).state()).isEqualTo(GuestState.UNKNOWN);
        rig.assign(1, 9, List.of(rig.stopping(7, 30, false)), List.of());

        assertEnded(EndCause.STOPPED);
    }

    @Test
    void aSilentHypervisorIsNobodysDeath() {
        rig.hypervisor.silence("connection refused");
        rig.pass(Duration.ofSeconds(10));

        GuestReport guest = rig.guest(7);
        assertThat(guest.state()).isEqualTo(GuestState.UNKNOWN);
        assertThat(guest.detail()).contains("does not answer since").contains("connection refused");
        assertThat(rig.report().libvirt().up()).isFalse();

        rig.hypervisor.answer();
        rig.settle();
        assertThat(rig.guest(7).state()).isEqualTo(GuestState.RUNNING);
        assertThat(rig.report().libvirt().up()).isTrue();
        assertThat(rig.calls()).containsExactly("create 7", "resume 7");
    }

    @Test
    void aProcessThatIsGoneIsAProofAlsoWhileTheHypervisorIsSilent() {
        rig.hypervisor.silence("connection refused");
        rig.settle();
        rig.hypervisor.kill(VM);

        assertEnded(EndCause.CRASHED);
        assertThat(rig.guest(7).detail()).contains("process").contains("does not answer");
    }

    @Test
    void aSilentHypervisorAfterARestartOfTheAgentIsNobodysDeathEither() {
        rig.hypervisor.silence("connection refused");
        rig.restart();
        rig.settle();
        rig.assign(1, 9, List.of(guest(7, Power.RUNNING)), List.of());
        rig.pass(Duration.ofSeconds(10));

        assertThat(rig.guest(7).state()).isEqualTo(GuestState.UNKNOWN);
        rig.hypervisor.kill(VM);
        assertEnded(EndCause.CRASHED);
    }

    @Test
    void nothingIsBegunWhileTheHypervisorIsSilent() {
        rig.hypervisor.silence("hangs");
        rig.assign(guest(7, Power.RUNNING), AgentRig.other(Power.RUNNING));
        rig.pass(Duration.ofSeconds(5));

        assertThat(rig.calls()).containsExactly("create 7", "resume 7");
        assertThat(rig.report().guest(AgentRig.OTHER, 1).orElseThrow().state()).isEqualTo(GuestState.WAITING);
    }

    @Test
    void aProcessThatOutlivesItsDomainIsNotDead() {
        rig.hypervisor.forget(VM);
        rig.pass(Duration.ofSeconds(3));

        assertThat(rig.guest(7).state()).isEqualTo(GuestState.UNKNOWN);
        assertThat(rig.guest(7).detail()).contains("libvirt no longer lists it");
    }

    @Test
    void aRebootedHostLostItsGuests() {
        rig.hypervisor.kill(VM);
        rig.reboot("boot-2");
        rig.settle();
        rig.assign(1, 9, List.of(guest(8, Power.RUNNING)), List.of());

        GuestReport guest = rig.guest(8);
        assertThat(guest.state()).isEqualTo(GuestState.ENDED);
        assertThat(guest.cause()).hasValue(EndCause.HOST_LOST);
        assertThat(rig.calls()).containsExactly("create 7", "resume 7");
    }

    @Test
    void aStartThatComesTrueTooLateIsRemoved() {
        rig.hypervisor.kill(VM);
        rig.settle();
        rig.hypervisor.put(new Domain(
                new DomainKey(VM, 7), AgentRig.BOOT, "task-1", DomainState.PAUSED, PauseReason.REQUESTED, ""));
        rig.pass(Duration.ofSeconds(4));

        assertThat(rig.calls()).containsExactly("create 7", "resume 7", "kill 7");
        assertEnded(EndCause.CRASHED);
    }

    @Test
    void aStartThatWasNotAnsweredAndCameTrueGoesOn() {
        rig.assign();
        rig.hypervisor.loseNextCreation(true);
        rig.assign(guest(8, Power.RUNNING));

        assertThat(rig.guest(8).state()).isEqualTo(GuestState.RUNNING);
        assertThat(rig.calls()).endsWith("create 8", "resume 8");
    }

    @Test
    void aStartThatWasNotAnsweredFailsAndIsRemovedShouldItComeTrueLater() {
        rig.assign();
        rig.hypervisor.loseNextCreation(false);
        rig.assign(guest(8, Power.RUNNING));
        GuestReport failed = rig.guest(8);
        rig.pass(Duration.ofSeconds(3));
        rig.hypervisor.comeTrue();
        rig.pass(Duration.ofSeconds(3));

        assertThat(failed.state()).isEqualTo(GuestState.ENDED);
        assertThat(failed.cause()).hasValue(EndCause.FAILED);
        assertThat(rig.guest(8)).isEqualTo(failed);
        assertThat(rig.calls()).endsWith("create 8", "kill 8");
    }

    @Test
    void whatTheHypervisorStillListsAsRunningDidNotPowerOff() {
        rig.hypervisor.deafen();
        rig.hypervisor.dieUnnoticed(VM);

        assertEnded(EndCause.CRASHED);
    }

    @Test
    void aRunIsForgottenWhenNobodyAsksForItAndNothingIsLeftOfIt() {
        rig.hypervisor.powerOff(VM);
        rig.settle();
        rig.assign();
        rig.pass(Duration.ofSeconds(2));

        assertThat(rig.report().guests()).isEmpty();
        assertThat(directory.resolve("records/runs")).isEmptyDirectory();
    }

    @Test
    void theNextRunBeginsWhenTheLastOneEnded() {
        rig.hypervisor.kill(VM);
        rig.settle();
        rig.assign(guest(8, Power.RUNNING));
        rig.pass(Duration.ofSeconds(1));

        assertThat(rig.guest(8).state()).isEqualTo(GuestState.RUNNING);
        assertThat(rig.calls()).containsExactly("create 7", "resume 7", "create 8", "resume 8");
    }

    private void assertEnded(EndCause cause) {
        GuestReport guest = rig.guest(7);
        assertThat(guest.state()).isEqualTo(GuestState.ENDED);
        assertThat(guest.cause()).hasValue(cause);
    }
}
