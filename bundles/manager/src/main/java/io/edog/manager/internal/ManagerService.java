package io.edog.manager.internal;

import io.edog.api.bus.ManagerBus;
import io.edog.api.command.Command;
import io.edog.api.export.StateDirectory;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Leadership;
import io.edog.api.journal.Subscription;
import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.member.PeerService;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.ClusterView;
import io.edog.api.service.EventListener;
import io.edog.api.service.ManagerAdmin;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A manager with the thread that steps it, as a service. */
@Component(
        service = {ClusterService.class, PeerService.class, ManagerAdmin.class},
        immediate = true,
        configurationPid = "io.edog.manager")
@Designate(ocd = ManagerConfig.class)
public final class ManagerService implements ClusterService, PeerService, ManagerAdmin {
    private static final Logger LOG = LoggerFactory.getLogger(ManagerService.class);
    private static final long IDLE_S = 10;

    private final EngineLimits limits;
    private final Manager manager;
    private final EngineLoop loop;
    private final Watchdog watchdog;
    private final Desk desk;

    @Activate
    public ManagerService(
            @Reference Journal journal,
            @Reference Leadership leadership,
            @Reference ManagerBus bus,
            @Reference StateStore store,
            @Reference Neighbours neighbours,
            BundleContext context,
            ManagerConfig config) {
        this(
                new Ports(
                        journal,
                        leadership,
                        bus,
                        store,
                        new StateDirectory(
                                Path.of(config.data_directory(), "exports"), config.cluster_name(), Clock.systemUTC()),
                        new QuarantineFile(Path.of(config.data_directory(), "out-of-service")),
                        neighbours,
                        new Identity(context.getBundle().getVersion().toString(), config.api_url(), Entry.FORMAT),
                        background(),
                        Clock.systemUTC(),
                        new SteadyClock(),
                        () -> UUID.randomUUID().toString()),
                EngineLimits.of(config));
    }

    /** A manager on given ports. */
    public ManagerService(Ports ports, EngineLimits limits) {
        this.limits = limits;
        this.loop = new EngineLoop(this::step);
        this.manager = new Manager(ports, limits, loop::wake);
        this.desk = manager.desk();
        this.watchdog = new Watchdog(limits.stepLimit(), this::stuck);
        watchdog.start();
        loop.start();
    }

    /** One thread that ends by itself when there is nothing to do. */
    private static Executor background() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, IDLE_S, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ManagerService::daemon);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "edog-manager-exports");
        thread.setDaemon(true);
        return thread;
    }

    /** Whatever is wrong, a class that is missing for a moment even: the thread goes on, or this manager would lead and do nothing. */
    private Duration step() {
        try {
            return watchdog.watch(manager::step);
        } catch (Error e) {
            return manager.failed(e);
        }
    }

    private void stuck() {
        LOG.error(
                "a step of this manager has not ended within {} ms: it does not lead until it has",
                limits.stepLimit().toMillis());
        manager.stuck();
    }

    /** Gives the leadership away first, so that nobody need wait for a time-out, and has its callers' commands decided elsewhere. */
    @Deactivate
    public void stop() throws InterruptedException {
        try {
            manager.retirement().begin().get(limits.stopLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "this manager stops while commands wait: nobody took over within {} ms",
                    limits.stopLimit().toMillis());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        loop.stop();
        watchdog.stop();
        manager.close();
    }

    @Override
    public CompletableFuture<Result> submit(Command command, Principal principal, Optional<String> key) {
        return desk.submit(command, principal, key);
    }

    @Override
    public ClusterView view(Principal principal) {
        return desk.view(principal);
    }

    @Override
    public CompletableFuture<Boolean> reached(Index min) {
        return desk.reached(min);
    }

    @Override
    public List<Entry> journal(Principal principal, Index from, int max) {
        return desk.journal(principal, from, max);
    }

    @Override
    public Subscription follow(Index after, Principal principal, EventListener listener) {
        return desk.follow(after, principal, listener);
    }

    @Override
    public ClusterStatus status() {
        return desk.status();
    }

    @Override
    public CompletableFuture<Forwarded> take(ForwardedCommand command) {
        return desk.take(command);
    }

    @Override
    public CompletableFuture<Index> reinstall(Principal principal) {
        return desk.reinstall(principal);
    }

    @Override
    public Optional<ClusterState> state() {
        return desk.state();
    }
}
