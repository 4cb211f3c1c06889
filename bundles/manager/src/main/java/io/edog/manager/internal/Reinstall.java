package io.edog.manager.internal;

import io.edog.api.journal.Index;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StoreException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An administrator's order to replace this manager's state by another one's. Asked from any thread, done by the loop. */
final class Reinstall {
    private static final Logger LOG = LoggerFactory.getLogger(Reinstall.class);

    private record Order(String by, CompletableFuture<Index> done) {}

    private final Ports ports;
    private final Replica replica;
    private final Term term;
    private final Installer installer;
    private final AtomicReference<Order> order = new AtomicReference<>();

    Reinstall(Ports ports, Replica replica, Term term, Installer installer) {
        this.ports = ports;
        this.replica = replica;
        this.term = term;
        this.installer = installer;
    }

    /** The index of the new state, or a {@link ProblemException}. */
    CompletableFuture<Index> order(String by) {
        Order mine = new Order(by, new CompletableFuture<>());
        if (!order.compareAndSet(null, mine)) {
            return failed(Problem.wrongState("It is being done already.", "Wait for it."));
        }
        return mine.done();
    }

    /** Does what was ordered, if anything was. */
    void step() {
        Order mine = order.get();
        if (mine == null) {
            return;
        }
        try {
            mine.done().complete(install(mine.by()));
        } catch (StoreException e) {
            mine.done()
                    .completeExceptionally(new ProblemException(Problem.unavailable(
                            "The state was not replaced: " + e.getMessage() + ".",
                            "Try again when another manager serves. If none ever will: stop this one, and db clear.")));
        } finally {
            order.set(null);
        }
    }

    private Index install(String by) {
        if (term.elected()) {
            throw new StoreException("this manager leads");
        }
        ClusterState state = installer.fetch(replica.state().index());
        replica.install(state);
        ports.quarantine().clear();
        LOG.info("state of index {} installed on the order of {}", state.index(), by);
        return state.index();
    }

    private static CompletableFuture<Index> failed(Problem problem) {
        return CompletableFuture.failedFuture(new ProblemException(problem));
    }
}
