package io.edog.sim.world;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.command.AccountCommand.UpdateUser;
import io.edog.api.command.Command;
import io.edog.api.command.StorageCommand.CreateVolume;
import io.edog.api.journal.Index;
import io.edog.api.model.Tenants;
import io.edog.api.model.User;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import io.edog.api.service.Roles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Someone who uses the cluster: one command after the other, each under a key, asked again of any manager until it is decided; and
 * reads in between that must not be older than what this caller has seen.
 */
final class Caller {
    private static final long MILLI = 1_000_000;
    private static final int UNAVAILABLE = 503;
    private static final double READ = 0.4;
    private static final double VOLUME = 0.3;
    private static final double UPDATE = 0.4;
    private static final double PATIENT = 0.1;

    private final World world;
    private final String name;
    private final Principal principal;
    private final int commands;
    private final List<String> made = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private Index seen = Index.ZERO;
    private int begun;
    private int attempt;
    private boolean done;

    Caller(World world, String name, int commands) {
        this.world = world;
        this.name = name;
        this.commands = commands;
        this.principal = new Principal("u-" + name, name, Tenants.DEFAULT, Set.of(Roles.SYSTEM), Optional.empty());
        pause(1_000);
    }

    boolean done() {
        return done;
    }

    private void pause(long mostMillis) {
        world.scheduler.after(world.dice.skewed(MILLI, mostMillis * MILLI), this::next);
    }

    private void next() {
        if (world.dice.chance(READ)) {
            read();
        } else if (begun < commands) {
            begun++;
            ask(command(), name + "-k" + begun);
        } else {
            done = true;
        }
    }

    private Command command() {
        String object = name + "-" + begun;
        if (!ids.isEmpty() && world.dice.chance(UPDATE)) {
            String user = world.dice.pick(ids);
            return new UpdateUser(user, Optional.of("$" + object + "$"), Optional.empty(), Optional.empty());
        }
        return world.dice.chance(VOLUME)
                ? new CreateVolume(object, Optional.empty(), 1L << 20)
                : new CreateUser(object, "$hash$", Set.of(Roles.ADMINISTRATOR));
    }

    private void ask(Command command, String key) {
        attempt++;
        int mine = attempt;
        long patience = world.dice.chance(PATIENT) ? 5_000 * MILLI : world.dice.skewed(20 * MILLI, 3_000 * MILLI);
        world.scheduler.after(patience, () -> again(mine, command, key));
        world.anyManager()
                .ifPresent(manager -> world.network.send(
                        name + " asks " + manager.machine().name() + " for " + key,
                        () -> manager.machine()
                                .deliver(world.scheduler.now(), () -> submit(manager, mine, command, key))));
    }

    private void submit(ManagerNode manager, int mine, Command command, String key) {
        String node = manager.machine().name();
        world.trace.say("%s takes %s", node, key);
        var unused = manager.desk().submit(command, principal, Optional.of(key)).thenAccept(result -> {
            world.oracle.answered(node, principal.user() + ":" + key, result);
            world.network.send("answer for " + key, () -> decided(mine, command, key, result));
        });
    }

    private void again(int mine, Command command, String key) {
        if (mine == attempt) {
            ask(command, key);
        }
    }

    private void decided(int mine, Command command, String key, Result result) {
        if (mine != attempt) {
            return;
        }
        if (result instanceof Result.Refused refused && refused.problem().status() == UNAVAILABLE) {
            attempt++;
            int next = attempt;
            world.scheduler.after(world.dice.skewed(MILLI, 300 * MILLI), () -> again(next, command, key));
            return;
        }
        attempt++;
        if (result instanceof Result.Accepted accepted) {
            seen = accepted.index().reached(seen) ? accepted.index() : seen;
            if (command instanceof CreateUser user) {
                made.add(user.name());
                ids.add(accepted.reply().subject());
            }
        }
        pause(400);
    }

    private void read() {
        Optional<ManagerNode> there = world.anyManager();
        if (there.isEmpty()) {
            pause(100);
            return;
        }
        Index min = seen;
        ManagerNode manager = there.get();
        CompletableFuture<Boolean> reached = manager.desk().reached(min);
        world.scheduler.after(5_000 * MILLI, () -> reached.complete(false));
        var unused = reached.thenAccept(so -> {
            if (so && !manager.machine().dead()) {
                look(manager, min);
            }
            pause(300);
        });
    }

    private void look(ManagerNode manager, Index min) {
        if (!manager.desk().status().serving()) {
            return;
        }
        ClusterView view = manager.desk().view(principal);
        List<String> there = view.list(User.class).stream().map(User::name).toList();
        world.oracle.read(manager.machine().name(), min, view.index(), made, there);
        seen = view.index().reached(seen) ? view.index() : seen;
    }
}
