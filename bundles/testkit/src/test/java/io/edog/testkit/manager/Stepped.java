package io.edog.testkit.manager;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import io.edog.api.service.Roles;
import io.edog.manager.internal.Desk;
import io.edog.manager.internal.Identity;
import io.edog.manager.internal.Manager;
import io.edog.manager.internal.Neighbours;
import io.edog.manager.internal.Ports;
import io.edog.testkit.agent.ManualClock;
import io.edog.testkit.bus.MemoryBus;
import io.edog.testkit.journal.MemoryElection;
import io.edog.testkit.journal.MemoryEnsemble;
import io.edog.testkit.journal.MemoryJournal;
import io.edog.testkit.journal.MemoryLeadership;
import io.edog.testkit.store.MemoryStateFiles;
import io.edog.testkit.store.MemoryStateStore;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The real manager without its thread: a test steps it, and moves its clocks. */
final class Stepped implements AutoCloseable {
    private static final int ENOUGH = 10;

    final ManualClock wall = new ManualClock();
    final ManualClock steady = new ManualClock();
    private final MemoryEnsemble ensemble = new MemoryEnsemble();
    final MemoryJournal journal = new MemoryJournal(ensemble, Runnable::run);
    final MemoryBus bus = new MemoryBus(ensemble, Runnable::run);
    final MemoryStateStore store = new MemoryStateStore();
    private final FailingStore database = new FailingStore(store);
    private final MemoryLeadership leadership =
            new MemoryLeadership(ensemble, new MemoryElection(), "node1", Runnable::run);
    private final Manager manager;
    private int idsThatFail;

    /** @param changes what is configured otherwise than it ships */
    Stepped(Map<String, Object> changes) {
        leadership.stand();
        Ports ports = new Ports(
                journal,
                leadership,
                bus,
                database,
                new MemoryStateFiles(wall.withZone(ZoneOffset.UTC)),
                new MemoryQuarantine(),
                new Neighbours(),
                new Identity("0.1.0", "", 1),
                Runnable::run,
                wall.withZone(ZoneOffset.UTC),
                steady.withZone(ZoneOffset.UTC),
                this::freshId);
        manager = new Manager(ports, Managers.limits(changes), () -> {});
        settle();
    }

    /** From now on the database takes so long for each entry. */
    void slow(Duration each) {
        database.before = () -> steady.advance(each);
    }

    long index() {
        return store.load().index().value();
    }

    private String freshId() {
        if (idsThatFail > 0) {
            idsThatFail--;
            throw new IllegalStateException("on order");
        }
        return UUID.randomUUID().toString();
    }

    /** So many of the next ids can't be made. */
    void failIds(int times) {
        idsThatFail = times;
    }

    /** It leads no more, and nobody else does. */
    void leave() {
        leadership.leave();
        settle();
    }

    Desk desk() {
        return manager.desk();
    }

    /** As many steps as it may take to do whatever is to be done. */
    void settle() {
        for (int i = 0; i < ENOUGH; i++) {
            step();
        }
    }

    void step() {
        Duration unused = manager.step();
    }

    /** Time goes by, on both clocks. */
    void pass(Duration time) {
        wall.advance(time);
        steady.advance(time);
        settle();
    }

    /** Creates a user under a key, and gives the answer. */
    Result createUser(String name, String key) {
        return ask(name, key).join();
    }

    /** Asks for a user under a key. */
    CompletableFuture<Result> ask(String name, String key) {
        CreateUser command = new CreateUser(name, "$argon2id$", Set.of(Roles.USER));
        CompletableFuture<Result> result = desk().submit(command, Principal.SYSTEM, Optional.of(key));
        settle();
        return result;
    }

    @Override
    public void close() {
        manager.close();
    }
}
