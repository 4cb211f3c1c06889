package io.edog.peer.internal;

import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.member.PeerService;
import io.edog.api.state.ClusterState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A manager that answers as it is told, and remembers what it was asked. */
final class Leader implements PeerService {
    final List<ForwardedCommand> taken = new CopyOnWriteArrayList<>();
    volatile Function<ForwardedCommand, CompletableFuture<Forwarded>> answer =
            command -> CompletableFuture.completedFuture(new Forwarded.NotLeading());
    volatile Optional<ClusterState> state = Optional.empty();

    @Override
    public CompletableFuture<Forwarded> take(ForwardedCommand command) {
        taken.add(command);
        return answer.apply(command);
    }

    @Override
    public Optional<ClusterState> state() {
        return state;
    }
}
