package io.edog.rbac.internal;

import io.edog.api.service.ProblemException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Small help with futures. */
final class Futures {
    private Futures() {}

    /** A problem thrown on the way to a future becomes its failure. */
    static <T> CompletableFuture<T> of(Supplier<CompletableFuture<T>> start) {
        try {
            return start.get();
        } catch (ProblemException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
