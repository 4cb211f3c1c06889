package io.edog.agent.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.agent.internal.converge.Tuning;
import io.edog.agent.internal.libvirt.LibvirtSettings;
import io.edog.agent.internal.libvirt.TestSettings;
import io.edog.agent.internal.rig.BootSector;
import io.edog.agent.internal.rig.PrivateLibvirtd;
import io.edog.agent.internal.rig.SectorStorage;
import io.edog.api.bus.Assignments;
import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestDisk;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestSpec;
import io.edog.api.bus.GuestState;
import io.edog.api.bus.HostReport;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.model.DiskBus;
import io.edog.api.model.Order;
import io.edog.api.model.Order.OrderKind;
import io.edog.api.model.Power;
import io.edog.api.model.StopRequest;
import io.edog.libvirt.LibvirtFailure;
import io.edog.testkit.agent.RecordingHostBus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole agent on a real libvirtd with real QEMUs. */
class AgentIT {
    private static final Logger LOG = LoggerFactory.getLogger(AgentIT.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static Optional<PrivateLibvirtd> shared = Optional.empty();

    @TempDir
    Path directory;

    private final String vm = UUID.randomUUID().toString();
    private final PrivateLibvirtd libvirtd = shared.orElseThrow();
    private final RecordingHostBus bus = new RecordingHostBus();
    private Optional<RunningAgent> agent = Optional.empty();
    private long index;

    @BeforeAll
    static void startDaemon() {
        shared = Optional.of(PrivateLibvirtd.start());
    }

    @AfterAll
    static void stopDaemon() {
        shared.ifPresent(PrivateLibvirtd::close);
    }

    @BeforeEach
    void startAgent() throws LibvirtFailure {
        LibvirtSettings libvirt = TestSettings.of(libvirtd);
        AgentSettings settings = new AgentSettings(
                "node1",
                directory.resolve("state"),
                Path.of("/proc/sys/kernel/random/boot_id"),
                1024 * 1024,
                libvirt,
                Tuning.DEFAULT,
                8,
                2);
        RunningAgent running = RunningAgent.start(settings, "0.1.0");
        agent = Optional.of(running);
        running.storageCame(new SectorStorage(directory.resolve("disks")));
        running.busCame(bus);
    }

    @AfterEach
    void stopAgent() {
        assign(List.of());
        await().atMost(LIMIT)
                .until(() -> bus.last()
                        .filter(it ->
                                it.seenIndex().value() == index && it.guests().isEmpty())
                        .isPresent());
        agent.ifPresent(RunningAgent::close);
        assertThat(bus.last().orElseThrow().leaving()).isTrue();
    }

    private void restartAgent() throws LibvirtFailure {
        agent.ifPresent(RunningAgent::close);
        startAgent();
    }

    @Test
    void aGuestLivesItsLife() throws IOException {
        assign(guest(BootSector.POLITE, Power.RUNNING));
        GuestReport guest = reach(GuestState.RUNNING);
        assertThat(commandLine(guest)).contains("-uuid\0" + vm);

        assign(guest(BootSector.POLITE, Power.PAUSED));
        reach(GuestState.PAUSED);
        assign(guest(BootSector.POLITE, Power.RUNNING));
        reach(GuestState.RUNNING);

        assign(guest(BootSector.POLITE, Power.RUNNING, Optional.empty(), order("task-5", OrderKind.RESET)));
        until("the reset", it -> it.lastOrder().equals(Optional.of("task-5")));
        assertThat(reach(GuestState.RUNNING).pid()).isEqualTo(guest.pid());

        assign(guest(BootSector.POLITE, Power.STOPPED, stop(30, false), Optional.empty()));
        assertThat(reach(GuestState.ENDED).cause()).hasValue(EndCause.STOPPED);
        assertThat(directory.resolve("state/runs")).isNotEmptyDirectory();
        assertThat(libvirtd.home().resolve("demo.log")).exists();
    }

    @Test
    void aDeafGuestIsForced() {
        assign(guest(BootSector.IDLE, Power.RUNNING));
        reach(GuestState.RUNNING);
        assign(guest(BootSector.IDLE, Power.STOPPED, stop(2, false), Optional.empty()));

        assertThat(reach(GuestState.ENDED).cause()).hasValue(EndCause.STOPPED);
    }

    @Test
    void aGuestThatPowersItselfOffIsToldApart() {
        assign(guest(BootSector.QUITS, Power.RUNNING));

        assertThat(reach(GuestState.ENDED).cause()).hasValue(EndCause.SHUTDOWN);
    }

    @Test
    void aKilledQemuIsReportedAtOnce() {
        assign(guest(BootSector.IDLE, Power.RUNNING));
        long pid = reach(GuestState.RUNNING).pid().orElseThrow();

        Instant killed = Instant.now();
        PrivateLibvirtd.signal("KILL", pid);
        GuestReport guest = reach(GuestState.ENDED);
        Duration took = Duration.between(killed, firstReport(GuestState.ENDED));

        LOG.info("QEMU killed -> report sent: {} ms", took.toMillis());
        assertThat(guest.cause()).hasValue(EndCause.CRASHED);
        assertThat(took).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aQemuThatIsToldToQuitFromOutsideIsNoShutdown() {
        assign(guest(BootSector.IDLE, Power.RUNNING));
        PrivateLibvirtd.signal("TERM", reach(GuestState.RUNNING).pid().orElseThrow());

        assertThat(reach(GuestState.ENDED).cause()).hasValue(EndCause.CRASHED);
    }

    @Test
    void anAgentThatRestartsTakesOverWhatRuns() throws LibvirtFailure {
        assign(guest(BootSector.IDLE, Power.RUNNING));
        GuestReport before = reach(GuestState.RUNNING);
        restartAgent();

        until("the agent's return", it -> !bus.last().orElseThrow().leaving());
        assertThat(reach(GuestState.RUNNING).pid()).isEqualTo(before.pid());
        PrivateLibvirtd.signal("KILL", before.pid().orElseThrow());
        assertThat(reach(GuestState.ENDED).cause()).hasValue(EndCause.CRASHED);
    }

    @Test
    void aKilledLibvirtdIsNobodysDeath() {
        assign(guest(BootSector.IDLE, Power.RUNNING));
        GuestReport before = reach(GuestState.RUNNING);

        libvirtd.killDaemon();
        assertThat(reach(GuestState.UNKNOWN).detail()).contains("libvirtd does not answer since");
        assertThat(bus.last().orElseThrow().libvirt().up()).isFalse();
        libvirtd.startDaemon();

        assertThat(reach(GuestState.RUNNING).pid()).isEqualTo(before.pid());
    }

    @Test
    void aLibvirtdThatCrashesAndIsStartedAgainIsNobodysDeath() {
        assign(guest(BootSector.IDLE, Power.RUNNING));
        GuestReport before = reach(GuestState.RUNNING);

        Instant crash = Instant.now();
        libvirtd.crashDaemon();
        await().atMost(LIMIT)
                .until(
                        () -> bus.last().orElseThrow().libvirt(),
                        it -> it.up() && it.since().isAfter(crash));

        assertThat(reach(GuestState.RUNNING).pid()).isEqualTo(before.pid());
    }

    @Test
    void aGuestThatDiesWhileLibvirtdIsDeadIsKnownToBeDead() {
        assign(guest(BootSector.IDLE, Power.RUNNING));
        long pid = reach(GuestState.RUNNING).pid().orElseThrow();

        libvirtd.killDaemon();
        reach(GuestState.UNKNOWN);
        PrivateLibvirtd.signal("KILL", pid);
        GuestReport guest = reach(GuestState.ENDED);
        libvirtd.startDaemon();

        assertThat(guest.cause()).hasValue(EndCause.CRASHED);
        assertThat(guest.detail()).contains("process " + pid).contains("does not answer");
    }

    @Test
    void aHungLibvirtdIsNobodysDeath() {
        assign(guest(BootSector.IDLE, Power.RUNNING));
        GuestReport before = reach(GuestState.RUNNING);

        libvirtd.hangDaemon();
        try {
            assertThat(reach(GuestState.UNKNOWN).detail()).contains("libvirtd does not answer since");
            long reports = bus.reports().size();
            await().atMost(LIMIT).until(() -> bus.reports().size() > reports + 2);
        } finally {
            libvirtd.continueDaemon();
        }

        assertThat(reach(GuestState.RUNNING).pid()).isEqualTo(before.pid());
    }

    @Test
    void aStuckQemuIsEndedByForceAndHoldsUpNoOther() {
        GuestAssignment other = other();
        assign(List.of(guest(BootSector.IDLE, Power.RUNNING), other));
        long pid = reach(GuestState.RUNNING).pid().orElseThrow();
        await().atMost(LIMIT).until(() -> otherRuns(other, bus.last().orElseThrow()));
        int reports = bus.reports().size();

        PrivateLibvirtd.signal("STOP", pid);
        assign(List.of(guest(BootSector.IDLE, Power.STOPPED, stop(0, true), Optional.empty()), other));

        assertThat(reach(GuestState.ENDED).cause()).hasValue(EndCause.STOPPED);
        List<HostReport> since = bus.reports();
        assertThat(since.subList(reports, since.size())).allMatch(report -> otherRuns(other, report));
    }

    private static boolean otherRuns(GuestAssignment other, HostReport report) {
        return report.guest(other.vm(), 1)
                .filter(guest -> guest.state() == GuestState.RUNNING)
                .isPresent();
    }

    private static GuestAssignment other() {
        GuestDisk disk = new GuestDisk("IDLE-other", "default", "default", DiskBus.SATA);
        GuestSpec spec = new GuestSpec("other", 1, 16, List.of(disk), List.of());
        return new GuestAssignment(
                UUID.randomUUID().toString(),
                1,
                bootId(),
                "task-9",
                Power.RUNNING,
                spec,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whatCanNotBeStartedFailsWithLibvirtsWord() {
        GuestSpec spec = new GuestSpec(
                "demo",
                1,
                16,
                List.of(),
                List.of(new io.edog.api.model.Nic("nobridge0", "52:54:00:00:00:01", "virtio")));
        assign(List.of(new GuestAssignment(
                vm, 1, bootId(), "task-1", Power.RUNNING, spec, Optional.empty(), Optional.empty())));

        GuestReport guest = reach(GuestState.ENDED);
        assertThat(guest.cause()).hasValue(EndCause.FAILED);
        assertThat(guest.detail()).contains("nobridge0");
    }

    @Test
    void aNewRunReplacesTheOldOne() {
        assign(guest(BootSector.IDLE, Power.RUNNING));
        reach(GuestState.RUNNING);
        GuestAssignment first = guest(BootSector.IDLE, Power.RUNNING);
        assign(List.of(new GuestAssignment(
                vm, 2, first.bootId(), "task-2", first.power(), first.spec(), Optional.empty(), Optional.empty())));

        await().atMost(LIMIT)
                .until(() -> bus.last()
                        .filter(report -> report.guests().size() == 1)
                        .flatMap(report -> report.guest(vm, 2))
                        .filter(it -> it.state() == GuestState.RUNNING)
                        .isPresent());
    }

    private void assign(GuestAssignment guest) {
        assign(List.of(guest));
    }

    private void assign(List<GuestAssignment> guests) {
        index++;
        bus.assign(new Assignments("node1", new Epoch(1), new Index(index), guests, List.of()));
    }

    private GuestAssignment guest(BootSector sector, Power power) {
        return guest(sector, power, Optional.empty(), Optional.empty());
    }

    private GuestAssignment guest(BootSector sector, Power power, Optional<StopRequest> stop, Optional<Order> order) {
        GuestDisk disk = new GuestDisk(sector + "-" + vm, "default", "default", DiskBus.VIRTIO);
        GuestSpec spec = new GuestSpec("demo", 1, 16, List.of(disk), List.of());
        return new GuestAssignment(vm, 1, bootId(), "task-1", power, spec, stop, order);
    }

    private static Optional<StopRequest> stop(int grace, boolean force) {
        return Optional.of(new StopRequest(grace, force, Instant.now()));
    }

    private static Optional<Order> order(String task, OrderKind kind) {
        return Optional.of(new Order(task, kind));
    }

    private static String bootId() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String commandLine(GuestReport guest) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(guest.pid().orElseThrow()), "cmdline"));
    }

    private GuestReport reach(GuestState state) {
        return until(state.toString(), guest -> guest.state() == state);
    }

    private GuestReport until(String what, Predicate<GuestReport> condition) {
        return await(what)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(this::newest, it -> it.filter(condition).isPresent())
                .orElseThrow();
    }

    private Optional<GuestReport> newest() {
        return bus.last().filter(report -> report.seenIndex().value() == index).flatMap(report -> report.guest(vm, 1));
    }

    private Instant firstReport(GuestState state) {
        return bus.reports().stream()
                .filter(report ->
                        report.guest(vm, 1).filter(it -> it.state() == state).isPresent())
                .map(HostReport::at)
                .findFirst()
                .orElseThrow();
    }
}
