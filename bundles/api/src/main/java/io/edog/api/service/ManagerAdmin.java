package io.edog.api.service;

import io.edog.api.journal.Index;
import java.util.concurrent.CompletableFuture;

/** What administrators do to the manager of this very node, also while it does not serve. Thread-safe. */
public interface ManagerAdmin {
    /**
     * Replaces this manager's state by another manager's, and so brings it back if it took itself out of service. Completes with the
     * index of the new state, or fails with a {@link ProblemException}: 403 for others than administrators; 503 when this manager
     * leads, or no other one serves with a state at least as new as what was applied here.
     */
    CompletableFuture<Index> reinstall(Principal principal);
}
