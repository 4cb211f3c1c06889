package io.edog.rest.internal.http;

import io.edog.api.journal.Index;
import io.edog.api.service.Accounts;
import io.edog.api.service.ClusterService;
import io.edog.api.service.Principal;
import io.edog.api.service.ProblemException;
import io.edog.rest.internal.Backends;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells who asks, from the Authorization header alone: a token in an address would end up in logs. */
public final class Gatekeeper {
    private static final String SCHEME = "Bearer ";
    /** Not long: whoever waits here has yet to show who it is. */
    private static final long PATIENCE_MS = 1_000;
    /** More than this is not caught up with in that time. */
    private static final long NEAR = 1_000;

    private final Backends backends;
    private final Semaphore waits;

    /**
     * A gatekeeper.
     *
     * @param waits how many may wait at the same time: each holds a thread of the server
     */
    public Gatekeeper(Backends backends, int waits) {
        this.backends = backends;
        this.waits = new Semaphore(waits);
    }

    /** The token of a header; a 401 problem without one. */
    public String token(@Nullable String authorization) {
        if (authorization == null) {
            throw new ProblemException(HttpProblems.noToken("There is no Authorization header."));
        }
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new ProblemException(HttpProblems.noToken("The Authorization header has no bearer token."));
        }
        return authorization.substring(SCHEME.length()).strip();
    }

    /**
     * Whose token it is; a 401 problem when nobody's, 503 while that can't be told.
     *
     * @param minIndex what the caller saw elsewhere: this manager may have yet to hear of a token that another one gave
     */
    public Principal principal(String token, Optional<Index> minIndex) {
        Accounts accounts = backends.accounts();
        return accounts.authenticate(token)
                .or(() -> minIndex.flatMap(index -> {
                    await(index);
                    return accounts.authenticate(token);
                }))
                .orElseThrow(() ->
                        new ProblemException(HttpProblems.noToken("The token is wrong, has expired or was ended.")));
    }

    private void await(Index index) {
        ClusterService cluster = backends.cluster();
        long missing = index.value() - cluster.status().index().value();
        if (missing > NEAR || (missing > 0 && !reached(cluster, index))) {
            throw new ProblemException(HttpProblems.behind(index.value()));
        }
    }

    private boolean reached(ClusterService cluster, Index index) {
        if (!waits.tryAcquire()) {
            return false;
        }
        try {
            return cluster.reached(index).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waits.release();
        }
    }
}
