package io.edog.api.member;

import io.edog.api.state.ClusterState;
import java.util.concurrent.CompletableFuture;

/** The way to other managers. Thread-safe; every call has a time limit. */
public interface Peers {
    /** This node's own peer address, {@code host:port}, as it is told to the others; empty when it has none. */
    String address();

    /** Asks a manager to decide a command. The future never fails: trouble on the way is {@link Forwarded.Undecided}. */
    CompletableFuture<Forwarded> submit(Member to, ForwardedCommand command);

    /**
     * Fetches the whole state of a manager, checked against its hash.
     *
     * @throws PeerException if it can't be reached, does not serve, or what came is damaged
     */
    ClusterState fetchState(Member from);
}
