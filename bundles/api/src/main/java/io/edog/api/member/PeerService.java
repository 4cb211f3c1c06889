package io.edog.api.member;

import io.edog.api.state.ClusterState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a manager does for other managers; whoever calls has shown by its certificate that it is one. Thread-safe. */
public interface PeerService {
    /** Decides a command if this manager leads. The future never fails. */
    CompletableFuture<Forwarded> take(ForwardedCommand command);

    /** The present state, for a manager that was away too long; empty while this manager does not serve. */
    Optional<ClusterState> state();
}
