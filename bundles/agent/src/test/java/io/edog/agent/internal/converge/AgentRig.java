package io.edog.agent.internal.converge;

import io.edog.agent.internal.ServiceSlot;
import io.edog.agent.internal.TimedCalls;
import io.edog.agent.internal.record.FileRecords;
import io.edog.agent.internal.record.Records;
import io.edog.agent.internal.report.HostFacts;
import io.edog.agent.internal.report.ReportForm;
import io.edog.api.bus.Assignments;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestDisk;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestSpec;
import io.edog.api.bus.HostBus;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.model.DiskBus;
import io.edog.api.model.Order;
import io.edog.api.model.Power;
import io.edog.api.model.StopRequest;
import io.edog.api.storage.StorageDriver;
import io.edog.testkit.agent.ManualClock;
import io.edog.testkit.agent.RecordingHostBus;
import io.edog.testkit.hypervisor.MemoryHypervisor;
import io.edog.testkit.storage.MemoryStorageDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One host with the production agent, stepped by hand over a hypervisor in memory and real files. */
final class AgentRig {
    static final String BOOT = "boot-1";
    static final String VM = "6a0b0a3e-0000-4000-8000-000000000001";

    static final String OTHER = "6a0b0a3e-0000-4000-8000-000000000002";

    final ManualClock clock = new ManualClock();
    final MemoryHypervisor hypervisor = new MemoryHypervisor(clock);
    final RecordingHostBus bus = new RecordingHostBus();
    final MemoryStorageDriver disks = new MemoryStorageDriver("default");
    final ServiceSlot<StorageDriver> storage = new ServiceSlot<>();
    private final Path directory;
    private final Records records;
    private final ServiceSlot<HostBus> busSlot = new ServiceSlot<>();
    private final TimedCalls storageCalls = new TimedCalls("test-storage", 4);

    private String bootId = BOOT;
    private Inbox inbox = new Inbox();
    private ManualJobs jobs = new ManualJobs(inbox);
    private Agent agent;
    private long index;

    AgentRig(Path directory) {
        this(directory, new FileRecords(directory.resolve("records")));
    }

    AgentRig(Path directory, Records records) {
        this.directory = directory;
        this.records = records;
        storage.set(disks);
        busSlot.set(bus);
        hypervisor.events(event -> inbox.hint(new Input.Happened(event)));
        this.agent = agent();
    }

    private Agent agent() {
        try {
            Path bootIdFile = Files.writeString(directory.resolve("boot_id"), bootId + "\n");
            ReportForm form = new ReportForm("node1", "0.1.0", new HostFacts(bootIdFile, Path.of("/proc/meminfo")));
            return new Agent(
                    new Agent.Parts(
                            bootId,
                            hypervisor,
                            hypervisor,
                            records,
                            storage,
                            busSlot,
                            form,
                            inbox,
                            jobs,
                            storageCalls,
                            clock,
                            2),
                    Tuning.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new life of the agent: nothing is left but what is on disk and what runs. */
    void restart() {
        inbox = new Inbox();
        jobs = new ManualJobs(inbox);
        agent = agent();
    }

    void reboot(String newBoot) {
        bootId = newBoot;
        restart();
    }

    /** One step with all that has come in. */
    void step() {
        agent.step(inbox.drain(), clock.instant());
    }

    /** Steps and runs jobs until nothing is left to do now. */
    void settle() {
        step();
        for (int i = 0; i < 50 && jobs.run(name -> true); i++) {
            step();
        }
    }

    /** As {@link #settle}, but jobs of that name do not come back. */
    void settleWithout(String stuck) {
        step();
        for (int i = 0; i < 50 && jobs.run(name -> !name.startsWith(stuck)); i++) {
            step();
        }
    }

    /** A step, then the jobs of that name, then a step. */
    void settleOnce(String name) {
        step();
        jobs.run(it -> it.startsWith(name));
        step();
    }

    /** A step, then the jobs of that name, whose results come later. */
    void stepAndHold(String name) {
        step();
        jobs.hold(name);
    }

    void offer(GuestAssignment... guests) {
        offer(1, ++index, List.of(guests), List.of());
    }

    void offerVolumes(VolumeAssignment... volumes) {
        offer(1, ++index, List.of(), List.of(volumes));
    }

    void leave() {
        agent.leave(clock.instant());
    }

    /** Run 1 of another VM. */
    static GuestAssignment other(Power power) {
        return new GuestAssignment(
                OTHER,
                1,
                BOOT,
                "task-2",
                power,
                new GuestSpec("other", 1, 64, List.of(), List.of()),
                Optional.empty(),
                Optional.empty());
    }

    /** Lets time pass, a step each 100 ms. */
    void pass(Duration time) {
        for (long passed = 0; passed < time.toMillis(); passed += 100) {
            clock.advance(Duration.ofMillis(100));
            settle();
        }
    }

    void assign(GuestAssignment... guests) {
        assign(1, ++index, List.of(guests), List.of());
    }

    void assignVolumes(VolumeAssignment... volumes) {
        assign(1, ++index, List.of(), List.of(volumes));
    }

    void assign(long epoch, long atIndex, List<GuestAssignment> guests, List<VolumeAssignment> volumes) {
        offer(epoch, atIndex, guests, volumes);
        settle();
    }

    /** Puts assignments into the inbox, for the next step. */
    void offer(long epoch, long atIndex, List<GuestAssignment> guests, List<VolumeAssignment> volumes) {
        inbox.hint(new Input.Assigned(new Assignments("node1", new Epoch(epoch), new Index(atIndex), guests, volumes)));
    }

    static GuestAssignment guest(long run, Power power) {
        return guest(run, power, Optional.empty(), Optional.empty());
    }

    static GuestAssignment guest(long run, Power power, Optional<StopRequest> stop, Optional<Order> order) {
        return new GuestAssignment(
                VM, run, BOOT, "task-1", power, new GuestSpec("demo", 1, 64, List.of(), List.of()), stop, order);
    }

    static GuestAssignment guestWithDisk(long run, String volume) {
        GuestDisk disk = new GuestDisk(volume, "default", "default", DiskBus.VIRTIO);
        return new GuestAssignment(
                VM,
                run,
                BOOT,
                "task-1",
                Power.RUNNING,
                new GuestSpec("demo", 1, 64, List.of(disk), List.of()),
                Optional.empty(),
                Optional.empty());
    }

    GuestAssignment stopping(long run, int grace, boolean force) {
        return guest(run, Power.STOPPED, Optional.of(new StopRequest(grace, force, clock.instant())), Optional.empty());
    }

    /** The newest report, once all that happened was reported. */
    HostReport report() {
        settle();
        clock.advance(Duration.ofMillis(25));
        settle();
        return bus.last().orElseThrow();
    }

    GuestReport guest(long run) {
        return report().guest(VM, run).orElseThrow();
    }

    List<String> calls() {
        return hypervisor.calls();
    }

    void unplugStorage() {
        storage.unset(disks);
    }
}
