package io.edog.api.service;

import io.edog.api.command.Command;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.journal.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** All that an edge ever uses. Thread-safe. */
public interface ClusterService {
    /**
     * Submits a command. The future completes when it is durable and applied, or refused; at the latest after the
     * configured submit limit with a 503 problem, after which the outcome may be asked for again under the same key.
     *
     * @param key the caller's idempotency key, at most 200 characters
     */
    CompletableFuture<Result> submit(Command command, Principal principal, Optional<String> key);

    /** What a principal may see, now. */
    ClusterView view(Principal principal);

    /** Completes once the applied index has reached {@code min}; false when that takes longer than the limit. */
    CompletableFuture<Boolean> reached(Index min);

    /**
     * Archived entries from an index on, at most {@code max}, for administrators.
     *
     * @throws ProblemException 403 for others, 410 when {@code from} is older than the archive
     */
    List<Entry> journal(Principal principal, Index from, int max);

    /**
     * Calls back, in order and without a gap, with what a principal may see of each entry after {@code after}, on a
     * thread of its own that may be slow without slowing others; a listener that falls too far behind is ended.
     *
     * @throws ProblemException 410 when {@code after} is older than the archive
     */
    Subscription follow(Index after, Principal principal, EventListener listener);

    /** Where this node stands. */
    ClusterStatus status();
}
