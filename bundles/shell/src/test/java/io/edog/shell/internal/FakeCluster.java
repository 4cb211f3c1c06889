package io.edog.shell.internal;

import io.edog.api.bus.HostReport;
import io.edog.api.command.Command;
import io.edog.api.journal.Change;
import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import io.edog.api.json.EntryCodec;
import io.edog.api.model.Kind;
import io.edog.api.model.Reply;
import io.edog.api.model.Resource;
import io.edog.api.model.Vm;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Event;
import io.edog.api.service.EventListener;
import io.edog.api.service.ManagerStatus;
import io.edog.api.service.ManagerStatus.Role;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Result;
import io.edog.api.state.ClusterState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** A cluster of one thread that shows everything to everyone and answers commands as it is told to. */
public final class FakeCluster implements ClusterService {
    public final List<Command> commands = new CopyOnWriteArrayList<>();
    public final List<Principal> callers = new CopyOnWriteArrayList<>();
    public final Map<String, HostReport> reports = new ConcurrentHashMap<>();
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<EventListener> followers = new CopyOnWriteArrayList<>();
    private volatile ClusterState state = ClusterState.empty();
    private volatile Function<Command, CompletableFuture<Result>> behaviour =
            command -> CompletableFuture.completedFuture(accepted("", Optional.empty()));
    private volatile long archiveFrom = 1;
    private volatile String trouble = "";

    /** One entry that puts objects; tells followers. */
    public synchronized void put(Instant at, Resource... objects) {
        change(at, Stream.of(objects).<Change>map(Change.Put::new).toList());
    }

    public void put(Resource... objects) {
        put(Instant.now(), objects);
    }

    public synchronized void change(Instant at, List<Change> changes) {
        ChangeSet set = new ChangeSet(UUID.randomUUID(), at, "u1", changes, List.of());
        Entry entry = EntryCodec.next(state.index(), state.head(), new Epoch(1), set);
        ClusterState next = state;
        for (Change change : changes) {
            next = change instanceof Change.Put put
                    ? next.with(put.object())
                    : next.without(((Change.Removed) change).kind(), ((Change.Removed) change).id());
        }
        state = next.at(entry.index(), entry.epoch(), entry.hash());
        entries.add(entry);
        List<Event> events = changes.stream()
                .map(change -> new Event(entry.index(), at, "u1", change))
                .toList();
        followers.forEach(follower -> follower.events(entry.index(), events));
    }

    public void archiveFrom(long index) {
        archiveFrom = index;
    }

    public void servesNot(String reason) {
        trouble = reason;
    }

    public void endFollowers(String reason) {
        followers.forEach(follower -> follower.ended(reason));
    }

    public int followers() {
        return followers.size();
    }

    public void answer(Function<Command, Result> answers) {
        behaviour = command -> CompletableFuture.completedFuture(answers.apply(command));
    }

    public void neverAnswer() {
        behaviour = command -> new CompletableFuture<>();
    }

    public void refuse(Problem problem) {
        answer(command -> new Result.Refused(problem));
    }

    public Result accepted(String subject, Optional<String> task) {
        return new Result.Accepted(state.index(), new Reply(subject, task), false);
    }

    @Override
    public CompletableFuture<Result> submit(Command command, Principal principal, Optional<String> key) {
        commands.add(command);
        callers.add(principal);
        return behaviour.apply(command);
    }

    @Override
    public ClusterView view(Principal principal) {
        return new View(state, Map.copyOf(reports));
    }

    @Override
    public CompletableFuture<Boolean> reached(Index min) {
        return CompletableFuture.completedFuture(state.index().reached(min));
    }

    @Override
    public List<Entry> journal(Principal principal, Index from, int max) {
        if (from.value() < archiveFrom) {
            throw new ProblemException(
                    new Problem("gone", "Gone", 410, "Older than the archive.", Optional.empty(), Optional.empty()));
        }
        return entries.stream().filter(e -> e.index().reached(from)).limit(max).toList();
    }

    @Override
    public Subscription follow(Index after, Principal principal, EventListener listener) {
        entries.stream()
                .filter(e -> e.index().value() > after.value())
                .forEach(e -> listener.events(
                        e.index(),
                        e.set().changes().stream()
                                .map(change -> new Event(e.index(), e.set().at(), "u1", change))
                                .toList()));
        followers.add(listener);
        return () -> followers.remove(listener);
    }

    @Override
    public ClusterStatus status() {
        return new ClusterStatus(
                "node1",
                Optional.of("node1"),
                new Epoch(1),
                state.index(),
                state.hash(),
                trouble.isEmpty(),
                trouble.isEmpty(),
                false,
                trouble.isEmpty() ? "A cluster of one host has nowhere to restart anything." : trouble,
                List.of(new ManagerStatus(
                        "node1", Role.LEADER, true, "http://127.0.0.1:9501", "0.1.0", state.index(), 0, "")));
    }

    private record View(ClusterState state, Map<String, HostReport> reports) implements ClusterView {
        @Override
        public Index index() {
            return state.index();
        }

        @Override
        public <T extends Resource> Optional<T> find(Class<T> type, String idOrName) {
            return state.lookup(type, "default", idOrName);
        }

        @Override
        public <T extends Resource> List<T> list(Class<T> type) {
            return state.list(type);
        }

        @Override
        public List<Resource> list(Kind kind) {
            return List.copyOf(state.all(kind).values());
        }

        @Override
        public Optional<HostReport> report(String host) {
            return Optional.ofNullable(reports.get(host));
        }

        @Override
        public Instant observedAt(Vm vm) {
            return vm.since();
        }
    }
}
