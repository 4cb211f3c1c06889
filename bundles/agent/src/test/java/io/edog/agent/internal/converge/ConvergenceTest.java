package io.edog.agent.internal.converge;

import static io.edog.agent.internal.converge.AgentRig.BOOT;
import static io.edog.agent.internal.converge.AgentRig.VM;
import static io.edog.agent.internal.converge.AgentRig.guest;
import static io.edog.agent.internal.converge.AgentRig.guestWithDisk;
import static org.assertj.core.api.Assertions.assertThat;

import io.edog.agent.internal.Storage;
import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestState;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.PauseReason;
import io.edog.api.model.Order;
import io.edog.api.model.Order.OrderKind;
import io.edog.api.model.Power;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host comes to what it is assigned. */
class ConvergenceTest {
    @TempDir
    Path directory;

    private AgentRig rig;

    @BeforeEach
    void open() {
        rig = new AgentRig(directory);
        rig.settle();
    }

    @Test
    void aGuestIsCreatedPausedThenResumed() {
        rig.assign(guest(7, Power.RUNNING));

        assertThat(rig.calls()).containsExactly("create 7", "resume 7");
        GuestReport guest = rig.guest(7);
        assertThat(guest.state()).isEqualTo(GuestState.RUNNING);
        assertThat(guest.pid()).hasValue(rig.hypervisor.process(VM).pid());
        assertThat(rig.report().seenIndex().value()).isEqualTo(1);
    }

    @Test
    void aGuestThatShallBePausedIsNeverResumed() {
        rig.assign(guest(7, Power.PAUSED));

        assertThat(rig.calls()).containsExactly("create 7");
        assertThat(rig.guest(7).state()).isEqualTo(GuestState.PAUSED);
    }

    @Test
    void pauseAndResumeFollowTheAssignment() {
        rig.assign(guest(7, Power.RUNNING));
        rig.assign(guest(7, Power.PAUSED));
        assertThat(rig.guest(7).state()).isEqualTo(GuestState.PAUSED);
        rig.assign(guest(7, Power.RUNNING));

        assertThat(rig.guest(7).state()).isEqualTo(GuestState.RUNNING);
        assertThat(rig.calls()).containsExactly("create 7", "resume 7", "suspend 7", "resume 7");
    }

    @Test
    void theAssignmentIsLookedAtAgainBeforeTheResume() {
        rig.offer(guest(7, Power.RUNNING));
        rig.settleOnce("look");
        rig.offer();
        rig.settle();

        assertThat(rig.calls()).containsExactly("create 7", "destroy 7");
        assertThat(rig.report().guests()).isEmpty();
    }

    @Test
    void aDiskErrorIsSaidAndNotResumed() {
        rig.assign(guest(7, Power.RUNNING));
        rig.hypervisor.failDisk(VM);
        rig.pass(Duration.ofSeconds(3));

        assertThat(rig.guest(7).state()).isEqualTo(GuestState.PAUSED);
        assertThat(rig.calls()).containsExactly("create 7", "resume 7");
    }

    @Test
    void anOrderIsCarriedOutOnce() {
        Optional<Order> reset = Optional.of(new Order("task-9", OrderKind.RESET));
        rig.assign(guest(7, Power.RUNNING));
        rig.assign(guest(7, Power.RUNNING, Optional.empty(), reset));
        rig.pass(Duration.ofSeconds(2));
        rig.restart();
        rig.settle();
        rig.assign(1, 9, List.of(guest(7, Power.RUNNING, Optional.empty(), reset)), List.of());
        rig.pass(Duration.ofSeconds(2));

        assertThat(rig.calls()).containsExactly("create 7", "resume 7", "reset 7");
        assertThat(rig.guest(7).lastOrder()).hasValue("task-9");
    }

    @Test
    void aPoliteGuestShutsDownAndThatIsStopped() {
        rig.assign(guest(7, Power.RUNNING));
        rig.assign(rig.stopping(7, 30, false));

        assertThat(rig.calls()).containsExactly("create 7", "resume 7", "button 7");
        assertEnded(7, EndCause.STOPPED);
    }

    @Test
    void aDeafGuestIsAskedAgainAndThenForced() {
        rig.hypervisor.ignoreButton(VM);
        rig.assign(guest(7, Power.RUNNING));
        rig.assign(rig.stopping(7, 7, false));
        assertThat(rig.guest(7).state()).isEqualTo(GuestState.STOPPING);
        rig.pass(Duration.ofSeconds(8));

        assertThat(rig.calls())
                .containsExactly("create 7", "resume 7", "button 7", "button 7", "button 7", "destroy 7");
        assertEnded(7, EndCause.STOPPED);
    }

    @Test
    void theGraceTimeGoesOnAcrossARestartOfTheAgent() {
        rig.hypervisor.ignoreButton(VM);
        rig.assign(guest(7, Power.RUNNING));
        var stop = rig.stopping(7, 10, false);
        rig.assign(stop);
        rig.pass(Duration.ofSeconds(6));
        rig.restart();
        rig.settle();
        rig.assign(1, 9, List.of(stop), List.of());
        rig.pass(Duration.ofSeconds(5));

        assertEnded(7, EndCause.STOPPED);
    }

    @Test
    void forceEndsItAtOnce() {
        rig.assign(guest(7, Power.RUNNING));
        rig.assign(rig.stopping(7, 30, true));

        assertThat(rig.calls()).containsExactly("create 7", "resume 7", "destroy 7");
        assertEnded(7, EndCause.STOPPED);
    }

    @Test
    void aPausedGuestIsResumedSoThatItCanShutDown() {
        rig.assign(guest(7, Power.RUNNING));
        rig.assign(guest(7, Power.PAUSED));
        rig.assign(rig.stopping(7, 30, false));

        assertThat(rig.calls()).containsExactly("create 7", "resume 7", "suspend 7", "resume 7", "button 7");
        assertEnded(7, EndCause.STOPPED);
    }

    @Test
    void whatIsToBeStoppedBeforeItBeganIsOver() {
        rig.assign(rig.stopping(7, 30, false));

        assertThat(rig.calls()).isEmpty();
        assertEnded(7, EndCause.STOPPED);
    }

    @Test
    void aGuestWithoutItsStorageWaitsAndOthersDoNotCare() {
        rig.unplugStorage();
        rig.assign(guestWithDisk(7, "volume-1"));

        assertThat(rig.guest(7).state()).isEqualTo(GuestState.WAITING);
        assertThat(rig.guest(7).detail()).isEqualTo(Storage.ABSENT);
        rig.assign(guest(8, Power.RUNNING));
        assertThat(rig.guest(8).state()).isEqualTo(GuestState.RUNNING);
    }

    @Test
    void aGuestWhoseVolumeIsNotThereFails() {
        rig.assign(guestWithDisk(7, "volume-1"));

        assertEnded(7, EndCause.FAILED);
        assertThat(rig.guest(7).detail()).contains("volume-1");
    }

    @Test
    void whatTheHypervisorRefusesFailsWithItsWord() {
        rig.hypervisor.refuseNext("no such bridge");
        rig.assign(guest(7, Power.RUNNING));
        rig.pass(Duration.ofSeconds(3));

        assertThat(rig.calls()).containsExactly("create 7");
        assertEnded(7, EndCause.FAILED);
        assertThat(rig.guest(7).detail()).isEqualTo("no such bridge");
    }

    @Test
    void anOlderRunIsRemovedBeforeTheNewOneBegins() {
        rig.assign(guest(7, Power.RUNNING));
        rig.assign(guest(8, Power.RUNNING));

        assertThat(rig.calls()).containsExactly("create 7", "resume 7", "destroy 7", "create 8", "resume 8");
        assertThat(rig.report().guests()).hasSize(1);
    }

    @Test
    void aDomainNobodyAssignsIsRemovedOnceAssignmentsCame() {
        rig.hypervisor.put(domain(3));
        rig.pass(Duration.ofSeconds(3));
        assertThat(rig.calls()).isEmpty();
        assertThat(rig.guest(3).state()).isEqualTo(GuestState.RUNNING);

        rig.assign();

        assertThat(rig.calls()).containsExactly("destroy 3");
        assertThat(rig.report().guests()).isEmpty();
    }

    @Test
    void aDomainNewerThanAssignedIsLeftAlone() {
        rig.hypervisor.put(domain(9));
        rig.assign(guest(7, Power.RUNNING));
        rig.pass(Duration.ofSeconds(2));

        assertThat(rig.calls()).isEmpty();
        assertThat(rig.guest(7).state()).isEqualTo(GuestState.WAITING);
        assertThat(rig.guest(9).detail()).contains("left alone");
    }

    @Test
    void oneStuckGuestHoldsUpNoOther() {
        rig.assign(guest(7, Power.RUNNING), AgentRig.other(Power.RUNNING));
        rig.offer(guest(7, Power.PAUSED), AgentRig.other(Power.PAUSED));
        rig.settleWithout("guest " + VM);

        assertThat(rig.calls()).contains("suspend 1").doesNotContain("suspend 7");
        assertThat(rig.hypervisor.domains()).anyMatch(it -> it.key().run() == 1 && it.state() == DomainState.PAUSED);
    }

    @Test
    void olderAssignmentsAreRefusedAlsoAfterARestart() {
        rig.assign(3, 10, List.of(guest(7, Power.RUNNING)), List.of());
        rig.assign(2, 99, List.of(), List.of());
        rig.assign(3, 9, List.of(), List.of());
        rig.restart();
        rig.settle();
        rig.assign(3, 9, List.of(), List.of());
        rig.pass(Duration.ofSeconds(2));

        assertThat(rig.calls()).containsExactly("create 7", "resume 7");
        assertThat(rig.report().seenIndex().value()).isZero();
    }

    private void assertEnded(long run, EndCause cause) {
        GuestReport guest = rig.guest(run);
        assertThat(guest.state()).isEqualTo(GuestState.ENDED);
        assertThat(guest.cause()).hasValue(cause);
    }

    private static Domain domain(long run) {
        return new Domain(new DomainKey(VM, run), BOOT, "task-0", DomainState.RUNNING, PauseReason.NONE, "");
    }
}
