package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.journal.Index;
import io.edog.api.model.User;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import io.edog.api.service.Roles;
import io.edog.manager.internal.EngineLimits;
import io.edog.manager.internal.ManagerService;
import io.edog.testkit.bus.MemoryBus;
import io.edog.testkit.journal.MemoryElection;
import io.edog.testkit.journal.MemoryEnsemble;
import io.edog.testkit.journal.MemoryJournal;
import io.edog.testkit.journal.MemoryJournal.Fault;
import io.edog.testkit.journal.MemoryLeadership;
import io.edog.testkit.store.MemoryStateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real manager on ports in memory that fail on order: an accepted command is done once, whatever happens. */
class ManagerTest {
    private static final EngineLimits LIMITS = Managers.limits(Managers.PATIENT);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final MemoryEnsemble ensemble = new MemoryEnsemble();
    private final MemoryElection election = new MemoryElection();
    private final MemoryJournal journal = new MemoryJournal(ensemble, executor);
    private final MemoryLeadership leadership = new MemoryLeadership(ensemble, election, "node1", executor);
    private final MemoryBus bus = new MemoryBus(ensemble, executor);
    private final FailingStore store = new FailingStore(new MemoryStateStore());
    private ManagerService manager = Managers.lone(journal, leadership, bus, store, LIMITS);

    @BeforeEach
    void stand() {
        leadership.stand();
    }

    @AfterEach
    void stop() throws Exception {
        manager.stop();
        executor.shutdownNow();
    }

    private Result submit(String name, String key) throws Exception {
        CreateUser command = new CreateUser(name, "$argon2id$", Set.of(Roles.USER));
        return manager.submit(command, Principal.SYSTEM, Optional.of(key)).get(100, TimeUnit.SECONDS);
    }

    private static Result.Accepted accepted(Result result) {
        assertThat(result).isInstanceOf(Result.Accepted.class);
        return (Result.Accepted) result;
    }

    private List<String> users() {
        return manager.view(Principal.SYSTEM).list(User.class).stream()
                .map(User::name)
                .toList();
    }

    @Test
    void anAcceptedCommandIsVisibleAtItsIndex() throws Exception {
        Result.Accepted done = accepted(submit("ann", "k1"));
        assertThat(manager.view(Principal.SYSTEM).index().reached(done.index())).isTrue();
        assertThat(users()).containsExactly("ann");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverBefallsTheAppendItIsDoneOnce(Fault fault) throws Exception {
        accepted(submit("first", "k0"));
        journal.meet(fault);
        accepted(submit("ann", "k1"));
        journal.deliver();
        accepted(submit("bob", "k2"));
        assertThat(users()).containsExactlyInAnyOrder("first", "ann", "bob");
    }

    @Test
    void aDatabaseThatFailsAfterTheAppendDelaysTheAnswerAndNothingElse() throws Exception {
        accepted(submit("first", "k0"));
        store.failures.set(3);
        accepted(submit("ann", "k1"));
        assertThat(users()).containsExactlyInAnyOrder("first", "ann");
    }

    @Test
    void aDatabaseThatAppliesAnEntryAndDoesNotSaySoDelaysTheAnswerAndNothingElse() throws Exception {
        accepted(submit("first", "k0"));
        store.unheard.set(1);
        accepted(submit("ann", "k1"));
        accepted(submit("bob", "k2"));
        assertThat(users()).containsExactlyInAnyOrder("first", "ann", "bob");
    }

    @Test
    void anErrorThatNobodyExpectsDelaysTheAnswerAndNothingElse() throws Exception {
        accepted(submit("first", "k0"));
        store.errors.set(1);
        accepted(submit("ann", "k1"));
        assertThat(users()).containsExactlyInAnyOrder("first", "ann");
    }

    @Test
    void theSameKeyIsDoneOnceAndAnotherCommandUnderItRefused() throws Exception {
        Result.Accepted first = accepted(submit("ann", "k1"));
        Result.Accepted again = accepted(submit("ann", "k1"));
        assertThat(again.repeated()).isTrue();
        assertThat(again.reply()).isEqualTo(first.reply());
        assertThat(((Result.Refused) submit("bob", "k1")).problem().status()).isEqualTo(422);
    }

    @Test
    void refusalsLeaveNoTrace() throws Exception {
        accepted(submit("ann", "k1"));
        Index before = manager.view(Principal.SYSTEM).index();
        assertThat(((Result.Refused) submit("ann", "k2")).problem().status()).isEqualTo(409);
        assertThat(manager.view(Principal.SYSTEM).index()).isEqualTo(before);
    }

    @Test
    void manyAtOnceShareAppendsAndAreAllThere() throws Exception {
        accepted(submit("first", "k0"));
        List<CompletableFuture<Result>> results = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            CreateUser command = new CreateUser("u" + i, "$argon2id$", Set.of(Roles.USER));
            results.add(manager.submit(command, Principal.SYSTEM, Optional.of("m" + i)));
        }
        for (CompletableFuture<Result> result : results) {
            accepted(result.get(100, TimeUnit.SECONDS));
        }
        assertThat(users()).hasSize(501);
        assertThat(manager.view(Principal.SYSTEM).index().value()).isLessThan(400);
    }

    @Test
    void aRestartedManagerHasTheSameState() throws Exception {
        accepted(submit("ann", "k1"));
        var hash = manager.status().stateHash();
        manager.stop();
        leadership.leave();
        manager = Managers.lone(journal, leadership, bus, store, LIMITS);
        leadership.stand();
        assertThat(accepted(submit("ann", "k1")).repeated()).isTrue();
        assertThat(manager.status().stateHash()).isEqualTo(hash);
    }

    @Test
    void anEmptiedJournalIsRefusedRatherThanGoneOnWith() throws Exception {
        accepted(submit("ann", "k1"));
        manager.stop();
        leadership.leave();
        MemoryEnsemble emptied = new MemoryEnsemble();
        MemoryLeadership there = new MemoryLeadership(emptied, new MemoryElection(), "node1", executor);
        manager = Managers.lone(
                new MemoryJournal(emptied, executor), there, new MemoryBus(emptied, executor), store, LIMITS);
        there.stand();
        await().until(() -> manager.status().reason().contains("does not hold entry 1"));
        assertThat(manager.status().serving()).isFalse();
    }
}
