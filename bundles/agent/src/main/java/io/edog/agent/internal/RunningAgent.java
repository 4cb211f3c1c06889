package io.edog.agent.internal;

import io.edog.agent.internal.converge.Agent;
import io.edog.agent.internal.converge.AgentThread;
import io.edog.agent.internal.converge.Inbox;
import io.edog.agent.internal.converge.Input;
import io.edog.agent.internal.converge.ThreadJobs;
import io.edog.agent.internal.libvirt.LibvirtHypervisor;
import io.edog.agent.internal.process.KernelProcesses;
import io.edog.agent.internal.record.FileRecords;
import io.edog.agent.internal.report.HostFacts;
import io.edog.agent.internal.report.ReportForm;
import io.edog.api.bus.HostBus;
import io.edog.api.journal.Subscription;
import io.edog.api.storage.StorageDriver;
import io.edog.libvirt.EventLoop;
import io.edog.libvirt.LibvirtFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An agent with all its parts, running. The bus and the storage may come and go. */
public final class RunningAgent implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningAgent.class);

    /** Looks, reports, pools: jobs beside those on guests and volumes, with room to spare. */
    private static final int OTHER_JOBS = 8;

    private static final int STORAGE_CALLS = 64;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final long TRIM_SECONDS = 10;

    private final AgentSettings settings;
    private final Inbox inbox = new Inbox();
    private final ServiceSlot<HostBus> bus = new ServiceSlot<>();
    private final ServiceSlot<StorageDriver> storage = new ServiceSlot<>();
    private final Map<HostBus, Subscription> subscriptions = new ConcurrentHashMap<>();

    /** What is to be closed, in that order. */
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private RunningAgent(AgentSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts one.
     *
     * @throws LibvirtFailure if libvirt's event loop can't be started
     */
    public static RunningAgent start(AgentSettings settings, String version) throws LibvirtFailure {
        RunningAgent running = new RunningAgent(settings);
        try {
            running.assemble(version);
            return running;
        } catch (LibvirtFailure | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private void assemble(String version) throws LibvirtFailure {
        InstantSource clock = new SteadyClock();
        parts.push(EventLoop.start(why -> LOG.error("libvirt's event loop ended: {}", why)));
        ConsoleLogs consoles = new ConsoleLogs(settings.libvirt().consoleDir(), settings.consoleBytes());
        LibvirtHypervisor hypervisor = keep(new LibvirtHypervisor(settings.libvirt(), clock));
        KernelProcesses processes = keep(KernelProcesses.start());
        TimedCalls storageCalls = keep(new TimedCalls("edog-agent-storage", STORAGE_CALLS));
        ThreadJobs jobs = keep(new ThreadJobs(inbox, settings.guestWorkers() + settings.volumeWorkers() + OTHER_JOBS));
        HostFacts facts = new HostFacts(settings.bootIdFile(), Path.of("/proc/meminfo"));
        Agent agent = new Agent(
                new Agent.Parts(
                        facts.bootId(),
                        hypervisor,
                        processes,
                        new FileRecords(settings.stateDir()),
                        storage,
                        bus,
                        new ReportForm(settings.node(), version, facts),
                        inbox,
                        jobs,
                        storageCalls,
                        clock,
                        settings.volumeWorkers()),
                settings.tuning());
        Subscription events = hypervisor.events(event -> inbox.hint(new Input.Happened(event)));
        parts.push(events);
        keepTrimmed(consoles);
        parts.push(AgentThread.start(agent, inbox, clock, STOP_LIMIT));
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    private void keepTrimmed(ConsoleLogs consoles) {
        ScheduledExecutorService trimmer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "edog-agent-consoles");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> trimming =
                trimmer.scheduleWithFixedDelay(consoles::trim, TRIM_SECONDS, TRIM_SECONDS, TimeUnit.SECONDS);
        parts.push(trimmer::shutdownNow);
        parts.push(() -> trimming.cancel(false));
    }

    /** The bus is there: assignments come, reports go. */
    public void busCame(HostBus present) {
        bus.set(present);
        inbox.hint(new Input.ServicesChanged());
        subscriptions.put(
                present,
                present.assignments(settings.node(), assignments -> inbox.result(new Input.Assigned(assignments))));
    }

    public void busWent(HostBus gone) {
        bus.unset(gone);
        Optional.ofNullable(subscriptions.remove(gone)).ifPresent(Subscription::close);
    }

    public void storageCame(StorageDriver present) {
        storage.set(present);
        inbox.hint(new Input.ServicesChanged());
    }

    public void storageWent(StorageDriver gone) {
        storage.unset(gone);
        inbox.hint(new Input.ServicesChanged());
    }

    /** Tells the managers that it leaves, and stops; the guests run on. */
    @Override
    public void close() {
        subscriptions.values().forEach(Subscription::close);
        subscriptions.clear();
        parts.forEach(part -> {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("stopping the agent: {}", Reason.of(e));
            }
        });
        parts.clear();
    }
}
