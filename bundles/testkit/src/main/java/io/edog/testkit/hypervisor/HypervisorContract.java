package io.edog.testkit.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainSpec;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.hypervisor.GuestProcesses;
import io.edog.api.hypervisor.Hypervisor;
import io.edog.api.hypervisor.HypervisorEvent;
import io.edog.api.hypervisor.HypervisorEvent.Kind;
import io.edog.api.hypervisor.HypervisorException;
import io.edog.api.hypervisor.NoSuchDomainException;
import io.edog.api.hypervisor.PauseReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every hypervisor must do, with its guests' processes. */
public abstract class HypervisorContract {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String BOOT = "boot-1";

    private final List<HypervisorEvent> events = new CopyOnWriteArrayList<>();
    private final String vm = UUID.randomUUID().toString();
    private final DomainKey key = new DomainKey(vm, 7);

    /** The hypervisor under test; it answers. */
    protected abstract Hypervisor hypervisor();

    /** Its guests' processes. */
    protected abstract GuestProcesses processes();

    /** A guest that runs until it is ended, and does not heed its power button. */
    protected abstract DomainSpec idleGuest(DomainKey of, String bootId, String operation);

    /** A guest that powers itself off soon after it is resumed. */
    protected abstract DomainSpec quittingGuest(DomainKey of, String bootId, String operation);

    /** Makes a quitting guest power off, where it does not by itself. */
    protected abstract void letPowerOff(String id);

    /** Kills a guest's process. */
    protected abstract void kill(String id);

    /** Gives back what the test had; its guests are gone. */
    protected void close() {}

    @BeforeEach
    void listen() {
        hypervisor().events(events::add);
        hypervisor().domains();
    }

    @AfterEach
    void removeGuests() {
        hypervisor().domains().forEach(domain -> hypervisor().destroy(domain.key(), true));
        await().atMost(LIMIT).until(() -> processes().running().get(vm) == null);
        close();
    }

    @Test
    void aGuestIsCreatedPausedAndSaysWhoseItIs() {
        create();

        assertThat(hypervisor().domains())
                .containsExactly(new Domain(key, BOOT, "task <&> 1", DomainState.PAUSED, PauseReason.REQUESTED, ""));
        assertThat(hypervisor().daemon().up()).isTrue();
    }

    @Test
    void itRunsPausesAndRunsAgain() {
        create();

        hypervisor().resume(key);
        assertThat(only().state()).isEqualTo(DomainState.RUNNING);
        hypervisor().suspend(key);
        assertThat(only().state()).isEqualTo(DomainState.PAUSED);
        assertThat(only().reason()).isEqualTo(PauseReason.REQUESTED);
        hypervisor().resume(key);
        assertThat(only().state()).isEqualTo(DomainState.RUNNING);
        await().atMost(LIMIT).until(() -> kinds().contains(Kind.CHANGED));
    }

    @Test
    void rebootResetAndPowerButtonDoNotEndIt() {
        create();
        hypervisor().resume(key);

        hypervisor().reboot(key);
        hypervisor().reset(key);
        hypervisor().pressPowerButton(key);

        assertThat(only().state()).isEqualTo(DomainState.RUNNING);
    }

    @Test
    void aDestroyedGuestIsGoneAndSaidToBeDestroyed() {
        create();
        GuestProcess process = process();

        hypervisor().destroy(key, false);

        assertThat(hypervisor().domains()).isEmpty();
        assertThat(processes().alive(process)).isFalse();
        await().atMost(LIMIT).until(() -> kinds().contains(Kind.ENDED_BY_DESTROY));
    }

    @Test
    void aForcedEndIsAnEndToo() {
        create();
        hypervisor().resume(key);

        hypervisor().destroy(key, true);

        assertThat(hypervisor().domains()).isEmpty();
    }

    @Test
    void aGuestThatPowersItselfOffIsToldApart() {
        hypervisor().createPaused(quittingGuest(key, BOOT, "task"));
        hypervisor().resume(key);
        letPowerOff(vm);

        await().atMost(LIMIT).until(() -> kinds().contains(Kind.ENDED_BY_GUEST));
        assertThat(kinds()).contains(Kind.GUEST_OFF).doesNotContain(Kind.ENDED_BY_CRASH, Kind.KILLED);
        await().atMost(LIMIT).until(() -> hypervisor().domains().isEmpty());
    }

    @Test
    void aKilledProcessIsACrashAndSeenByWhoWatches() {
        create();
        hypervisor().resume(key);
        AtomicBoolean gone = new AtomicBoolean();
        GuestProcess process = process();
        processes().watch(process, () -> gone.set(true));

        kill(vm);

        await().atMost(LIMIT).untilTrue(gone);
        assertThat(processes().alive(process)).isFalse();
        await().atMost(LIMIT).until(() -> kinds().contains(Kind.ENDED_BY_CRASH));
        await().atMost(LIMIT).until(() -> hypervisor().domains().isEmpty());
    }

    @Test
    void aProcessThatIsGoneAlreadyIsToldToALateWatcher() {
        create();
        GuestProcess process = process();
        hypervisor().destroy(key, true);
        AtomicBoolean gone = new AtomicBoolean();

        processes().watch(process, () -> gone.set(true));

        await().atMost(LIMIT).untilTrue(gone);
    }

    @Test
    void aVmHasOneDomainAtATime() {
        create();

        assertThatThrownBy(() -> hypervisor().createPaused(idleGuest(new DomainKey(vm, 8), BOOT, "task")))
                .isInstanceOf(HypervisorException.class)
                .isNotInstanceOf(io.edog.api.hypervisor.HypervisorSilentException.class);
        assertThat(only().key()).isEqualTo(key);
    }

    @Test
    void anotherRunIsNeverTouched() {
        create();
        DomainKey other = new DomainKey(vm, 6);

        assertThatThrownBy(() -> hypervisor().resume(other)).isInstanceOf(NoSuchDomainException.class);
        assertThatThrownBy(() -> hypervisor().destroy(other, true)).isInstanceOf(NoSuchDomainException.class);

        assertThat(only().state()).isEqualTo(DomainState.PAUSED);
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> hypervisor().resume(key)).isInstanceOf(NoSuchDomainException.class);
        assertThatThrownBy(() -> hypervisor().destroy(key, false)).isInstanceOf(NoSuchDomainException.class);
    }

    private void create() {
        hypervisor().createPaused(idleGuest(key, BOOT, "task <&> 1"));
    }

    private Domain only() {
        List<Domain> domains = hypervisor().domains();
        assertThat(domains).hasSize(1);
        return domains.get(0);
    }

    private GuestProcess process() {
        return Optional.ofNullable(processes().running().get(vm)).orElseThrow();
    }

    private List<Kind> kinds() {
        return events.stream()
                .flatMap(event ->
                        event instanceof HypervisorEvent.OfDomain of && of.vm().equals(vm)
                                ? java.util.stream.Stream.of(of.kind())
                                : java.util.stream.Stream.empty())
                .toList();
    }
}
