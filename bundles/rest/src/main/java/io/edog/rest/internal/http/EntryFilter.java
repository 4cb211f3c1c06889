package io.edog.rest.internal.http;

import io.edog.api.journal.Index;
import io.edog.rest.internal.Backends;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.Priorities;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.phase.PhaseInterceptorChain;

/**
 * The one door: without log-in's feature nothing is answered, without a cluster nothing but health, and without a token
 * nothing but what is listed here by method and path, exactly.
 */
@Provider
@PreMatching
@javax.annotation.Priority(Priorities.AUTHENTICATION)
public final class EntryFilter implements ContainerRequestFilter {
    private static final Set<String> ALWAYS = Set.of("GET health", "HEAD health");
    private static final Set<String> WITHOUT_CLUSTER = Set.of("GET openapi.json", "HEAD openapi.json");
    private static final Set<String> WITHOUT_TOKEN = Set.of("POST sessions");

    private final Backends backends;
    private final Gatekeeper gatekeeper;

    public EntryFilter(Backends backends, Gatekeeper gatekeeper) {
        this.backends = backends;
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String call =
                request.getMethod() + " " + request.getUriInfo().getPath(false).replaceFirst("^/", "");
        if (ALWAYS.contains(call)) {
            return;
        }
        backends.accounts();
        if (WITHOUT_CLUSTER.contains(call)) {
            return;
        }
        backends.cluster();
        if (!WITHOUT_TOKEN.contains(call)) {
            admit(request);
        }
    }

    private void admit(ContainerRequestContext request) {
        String token = gatekeeper.token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Optional<Index> minIndex = Headers.index(Headers.MIN_INDEX, request.getHeaderString(Headers.MIN_INDEX));
        Caller caller = new Caller(
                gatekeeper.principal(token, minIndex),
                Headers.key(request.getHeaderString(Headers.IDEMPOTENCY_KEY)),
                minIndex);
        PhaseInterceptorChain.getCurrentMessage().put(Caller.class, caller);
    }
}
