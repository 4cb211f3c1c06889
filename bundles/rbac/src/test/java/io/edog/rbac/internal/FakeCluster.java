package io.edog.rbac.internal;

import io.edog.api.bus.HostReport;
import io.edog.api.command.AccountCommand.CloseSession;
import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.command.AccountCommand.OpenSession;
import io.edog.api.command.AccountCommand.UpdateUser;
import io.edog.api.command.Command;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import io.edog.api.model.Kind;
import io.edog.api.model.Reply;
import io.edog.api.model.Resource;
import io.edog.api.model.Session;
import io.edog.api.model.Tenants;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ClusterStatus;
import io.edog.api.service.ClusterView;
import io.edog.api.service.EventListener;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.Result;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Accounts in memory, applied as they come. */
final class FakeCluster implements ClusterService {
    private ClusterState state = ClusterState.empty();
    final List<Command> submitted = new ArrayList<>();
    final List<Principal> by = new ArrayList<>();
    boolean serving = true;
    Optional<String> leader = Optional.of("node1");
    Optional<Problem> refuse = Optional.empty();

    @Override
    public synchronized CompletableFuture<Result> submit(Command command, Principal principal, Optional<String> key) {
        submitted.add(command);
        by.add(principal);
        if (refuse.isPresent()) {
            return CompletableFuture.completedFuture(new Result.Refused(refuse.get()));
        }
        return CompletableFuture.completedFuture(
                new Result.Accepted(Index.ZERO, new Reply(apply(command), Optional.empty()), false));
    }

    private String apply(Command command) {
        if (command instanceof CreateUser c) {
            return put(new User(
                    UUID.randomUUID().toString(), "default", c.name(), c.passwordHash(), c.roles(), false, now()));
        } else if (command instanceof UpdateUser u) {
            User old = state.find(User.class, u.user()).orElseThrow();
            String hash = u.passwordHash().orElse(old.passwordHash());
            return put(new User(
                    old.id(),
                    "default",
                    old.name(),
                    hash,
                    old.roles(),
                    u.locked().orElse(old.locked()),
                    now()));
        } else if (command instanceof OpenSession o) {
            return put(
                    new Session(o.session(), "default", o.user(), o.name(), o.tokenHash(), o.login(), o.expiresAt()));
        }
        String session = ((CloseSession) command).session();
        state = state.without(Kind.SESSION, session);
        return session;
    }

    private static Instant now() {
        return Instant.EPOCH;
    }

    private String put(Resource object) {
        state = state.with(object);
        return object.id();
    }

    synchronized ClusterState state() {
        return state;
    }

    @Override
    public ClusterView view(Principal principal) {
        ClusterState seen = state();
        return new ClusterView() {
            @Override
            public Index index() {
                return seen.index();
            }

            @Override
            public <T extends Resource> Optional<T> find(Class<T> type, String idOrName) {
                return seen.lookup(type, Tenants.DEFAULT, idOrName);
            }

            @Override
            public <T extends Resource> List<T> list(Class<T> type) {
                return seen.list(type);
            }

            @Override
            public List<Resource> list(Kind kind) {
                return List.copyOf(seen.all(kind).values());
            }

            @Override
            public Optional<HostReport> report(String host) {
                return Optional.empty();
            }

            @Override
            public Instant observedAt(Vm vm) {
                return vm.since();
            }
        };
    }

    @Override
    public ClusterStatus status() {
        return new ClusterStatus(
                "node1",
                leader,
                new Epoch(1),
                Index.ZERO,
                StateHash.EMPTY,
                leader.equals(Optional.of("node1")),
                serving,
                true,
                "",
                List.of());
    }

    @Override
    public CompletableFuture<Boolean> reached(Index min) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Entry> journal(Principal principal, Index from, int max) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription follow(Index after, Principal principal, EventListener listener) {
        throw new UnsupportedOperationException();
    }
}
