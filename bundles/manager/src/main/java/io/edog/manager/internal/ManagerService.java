package io.edog.manager.internal;

import io.edog.api.bus.ManagerBus;
import io.edog.api.command.Command;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Leadership;
import io.edog.api.journal.Subscription;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.ClusterView;
import io.edog.api.service.EventListener;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Result;
import io.edog.api.state.StateStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The manager: wires the engine to its ports and answers the edges. */
@Component(service = ClusterService.class, immediate = true, configurationPid = "io.edog.manager")
@Designate(ocd = ManagerConfig.class)
public final class ManagerService implements ClusterService {
    private static final int MAX_KEY = 200;

    private final Clock clock = Clock.systemUTC();
    private final EngineLimits limits;
    private final Leadership leadership;
    private final Replica replica;
    private final Term term;
    private final CommandQueue queue;
    private final Observations observations;
    private final Followers followers;
    private final IndexWaiters waiters;
    private final EngineLoop loop;
    private final List<Subscription> subscriptions;

    @Activate
    public ManagerService(
            @Reference Journal journal,
            @Reference Leadership leadership,
            @Reference ManagerBus bus,
            @Reference StateStore store,
            ManagerConfig config) {
        this.limits = EngineLimits.of(config);
        this.leadership = leadership;
        this.replica = new Replica(journal, store);
        this.term = new Term(journal, leadership, replica);
        this.queue = new CommandQueue(limits.queue());
        this.followers = new Followers(limits.followers(), replica);
        this.waiters =
                new IndexWaiters(limits.indexWait(), () -> replica.state().index());
        DirtyMarks dirty = new DirtyMarks();
        Publisher publisher = new Publisher(bus);
        this.observations = new Observations(clock, limits.settings().agentTimeout(), dirty, this::wake);
        Retention retention = new Retention(journal, store, leadership, limits);
        Engine engine = new Engine(
                clock,
                () -> UUID.randomUUID().toString(),
                limits,
                replica,
                term,
                queue,
                dirty,
                observations,
                publisher,
                retention);
        this.loop = new EngineLoop(engine, queue, limits, clock);
        replica.listen(publisher::applied);
        replica.listen(StateLog::applied);
        replica.listen((before, entry, after) -> Marks.applied(dirty, entry));
        replica.listen((before, entry, after) -> waiters.applied(after.index()));
        loop.start();
        this.subscriptions = List.of(leadership.onChange(this::wake), bus.reports(observations::seen));
    }

    @Deactivate
    void stop() throws InterruptedException {
        subscriptions.forEach(Subscription::close);
        loop.stop();
        followers.close();
    }

    @Override
    public CompletableFuture<Result> submit(Command command, Principal principal, Optional<String> key) {
        if (key.map(k -> k.isBlank() || k.length() > MAX_KEY).orElse(false)) {
            return refused(Problem.invalid(
                    "Idempotency-Key", "The key is empty or too long.", "Use 1 to " + MAX_KEY + " characters."));
        }
        PendingCommand pending = PendingCommand.of(
                command,
                principal,
                key.orElseGet(() -> UUID.randomUUID().toString()),
                clock.instant().plus(limits.submitTimeout()));
        if (!queue.offer(pending)) {
            return refused(Problem.unavailable("Too many commands are waiting.", "Try again in a moment."));
        }
        wake();
        return pending.future();
    }

    @Override
    public ClusterView view(Principal principal) {
        return new PrincipalView(
                replica.state(),
                observations.snapshot(),
                principal,
                clock.instant(),
                limits.settings().agentTimeout());
    }

    @Override
    public CompletableFuture<Boolean> reached(Index min) {
        return waiters.reached(min);
    }

    @Override
    public List<Entry> journal(Principal principal, Index from, int max) {
        if (!principal.administrator()) {
            throw new ProblemException(Problem.forbidden(
                    "Only administrators read the journal.", "Follow the events of what is yours instead."));
        }
        followers.refuseTooOld(from);
        return followers.read(from, max);
    }

    @Override
    public Subscription follow(Index after, Principal principal, EventListener listener) {
        return followers.follow(after, principal, listener);
    }

    @Override
    public ClusterStatus status() {
        boolean serving = term.serving().isPresent() && loop.trouble().isEmpty();
        String reason = serving
                ? "a cluster of one host has nowhere to restart its VMs: it freezes rather than fences"
                : loop.trouble().or(leadership::trouble).orElse("this manager is starting");
        return new ClusterStatus(
                leadership.node(),
                leadership.leader(),
                replica.state().epoch(),
                replica.state().index(),
                replica.state().hash(),
                serving,
                false,
                reason,
                leadership.members());
    }

    private void wake() {
        loop.wake();
    }

    private static CompletableFuture<Result> refused(Problem problem) {
        return CompletableFuture.completedFuture(new Result.Refused(problem));
    }
}
