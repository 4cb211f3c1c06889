package io.edog.rest.internal.http;

import io.edog.api.journal.Index;
import io.edog.api.service.Accounts;
import io.edog.api.service.Principal;
import io.edog.api.service.ProblemException;
import io.edog.rest.internal.Backends;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells who asks, from the Authorization header alone: a token in an address would end up in logs. */
public final class Gatekeeper {
    private static final String SCHEME = "Bearer ";
    /** Not long: whoever waits here has yet to show who it is. */
    private static final long PATIENCE_MS = 1_000;

    private final Backends backends;

    public Gatekeeper(Backends backends) {
        this.backends = backends;
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
                .or(() -> minIndex.filter(this::reached).flatMap(index -> accounts.authenticate(token)))
                .orElseThrow(() ->
                        new ProblemException(HttpProblems.noToken("The token is wrong, has expired or was ended.")));
    }

    private boolean reached(Index index) {
        try {
            return backends.cluster().reached(index).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
