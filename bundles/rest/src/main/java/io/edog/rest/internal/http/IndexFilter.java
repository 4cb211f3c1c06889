package io.edog.rest.internal.http;

import io.edog.rest.internal.Backends;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.ext.Provider;

/** Every reply says how far it has seen; those that did not say it themselves say how far this node is. */
@Provider
public final class IndexFilter implements ContainerResponseFilter {
    private final Backends backends;

    public IndexFilter(Backends backends) {
        this.backends = backends;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!response.getHeaders().containsKey(Headers.INDEX)) {
            backends.findCluster()
                    .ifPresent(cluster -> response.getHeaders()
                            .putSingle(Headers.INDEX, cluster.status().index().toString()));
        }
    }
}
