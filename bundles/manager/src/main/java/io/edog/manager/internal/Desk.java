package io.edog.manager.internal;

import io.edog.api.command.Command;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
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
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Result;
import io.edog.api.state.ClusterState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What callers of a manager use: its own, and other managers. Thread-safe; it only puts into the queue and reads. */
public final class Desk implements ClusterService, PeerService, ManagerAdmin {
    private static final int MAX_KEY = 200;

    private final Ports ports;
    private final EngineLimits limits;
    private final Replica replica;
    private final Term term;
    private final CommandQueue queue;
    private final Observations observations;
    private final Followers followers;
    private final IndexWaiters waiters;
    private final Fitness fitness;
    private final Roster roster;
    private final Reinstall reinstall;
    private final Runnable wake;

    Desk(
            Ports ports,
            EngineLimits limits,
            Replica replica,
            Term term,
            CommandQueue queue,
            Observations observations,
            Followers followers,
            IndexWaiters waiters,
            Fitness fitness,
            Roster roster,
            Reinstall reinstall,
            Runnable wake) {
        this.ports = ports;
        this.limits = limits;
        this.replica = replica;
        this.term = term;
        this.queue = queue;
        this.observations = observations;
        this.followers = followers;
        this.waiters = waiters;
        this.fitness = fitness;
        this.roster = roster;
        this.reinstall = reinstall;
        this.wake = wake;
    }

    @Override
    public CompletableFuture<Result> submit(Command command, Principal principal, Optional<String> key) {
        if (key.map(k -> k.isBlank() || k.length() > MAX_KEY).orElse(false)) {
            return refused(Problem.invalid(
                    "Idempotency-Key", "The key is empty or too long.", "Use 1 to " + MAX_KEY + " characters."));
        }
        PendingCommand pending = PendingCommand.own(
                command,
                principal,
                key.orElseGet(ports.ids()),
                ports.steady().instant().plus(limits.submitTimeout()));
        if (!queue.offer(pending)) {
            return refused(Problem.unavailable("Too many commands are waiting.", "Try again in a moment."));
        }
        wake.run();
        return pending.result();
    }

    @Override
    public CompletableFuture<Forwarded> take(ForwardedCommand command) {
        Optional<Epoch> epoch = ports.leadership().epoch();
        if (epoch.isEmpty()) {
            return CompletableFuture.completedFuture(new Forwarded.NotLeading());
        }
        PendingCommand pending =
                PendingCommand.of(command, epoch.get(), ports.steady().instant());
        if (!queue.offer(pending)) {
            return CompletableFuture.completedFuture(new Forwarded.Undecided("too many commands are waiting"));
        }
        wake.run();
        return pending.future();
    }

    @Override
    public Optional<ClusterState> state() {
        return fitness.serving() ? Optional.of(replica.state()) : Optional.empty();
    }

    @Override
    public ClusterView view(Principal principal) {
        return new PrincipalView(
                replica.state(),
                observations.snapshot(),
                principal,
                ports.wall().instant(),
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
    public CompletableFuture<Index> reinstall(Principal principal) {
        if (!principal.administrator()) {
            return CompletableFuture.failedFuture(new ProblemException(
                    Problem.forbidden("Only administrators replace a manager's state.", "Ask one of them.")));
        }
        CompletableFuture<Index> done = reinstall.order(principal.name());
        wake.run();
        return done;
    }

    @Override
    public ClusterStatus status() {
        boolean serving = fitness.serving();
        ClusterState state = replica.state();
        return new ClusterStatus(
                ports.leadership().node(),
                ports.leadership().leader(),
                state.epoch(),
                state.index(),
                state.hash(),
                term.serving().isPresent(),
                serving,
                false,
                serving ? "lost hosts are not fenced yet, and their VMs not restarted elsewhere" : fitness.reason(),
                roster.all());
    }

    private static CompletableFuture<Result> refused(Problem problem) {
        return CompletableFuture.completedFuture(new Result.Refused(problem));
    }
}
