package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.state.ClusterState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Reads that wait for an index. Thread-safe. */
final class IndexWaiters implements Replica.Listener {
    private final Duration limit;
    private final Supplier<Index> applied;
    private final List<Waiter> waiters = new CopyOnWriteArrayList<>();

    private record Waiter(Index min, CompletableFuture<Boolean> future) {}

    IndexWaiters(Duration limit, Supplier<Index> applied) {
        this.limit = limit;
        this.applied = applied;
    }

    CompletableFuture<Boolean> reached(Index min) {
        if (applied.get().reached(min)) {
            return CompletableFuture.completedFuture(true);
        }
        Waiter waiter = new Waiter(min, new CompletableFuture<>());
        waiters.add(waiter);
        applied(applied.get());
        return waiter.future()
                .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((reached, failure) -> waiters.remove(waiter));
    }

    @Override
    public void applied(ClusterState before, Entry entry, ClusterState after) {
        applied(after.index());
    }

    @Override
    public void installed(ClusterState state) {
        applied(state.index());
    }

    private void applied(Index index) {
        waiters.stream()
                .filter(w -> index.reached(w.min()))
                .forEach(w -> w.future().complete(true));
    }
}
