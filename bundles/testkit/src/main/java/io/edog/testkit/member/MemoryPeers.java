package io.edog.testkit.member;

import io.edog.api.json.Json;
import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.member.Member;
import io.edog.api.member.PeerException;
import io.edog.api.member.PeerService;
import io.edog.api.member.Peers;
import io.edog.api.state.ClusterState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The way to other managers in memory, as one node has it, with faults on order. Thread-safe. */
public final class MemoryPeers implements Peers {
    private final MemoryNetwork network;
    private final String node;
    private final Executor executor;
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final AtomicInteger submitted = new AtomicInteger();

    /** @param executor carries commands and answers */
    public MemoryPeers(MemoryNetwork network, String node, Executor executor) {
        this.network = network;
        this.node = node;
        this.executor = executor;
    }

    /** The answers to the next so many commands are lost: they are done, and nobody can tell. */
    public void loseAnswers(int count) {
        answersToLose.set(count);
    }

    /** How often it was asked to send a command. */
    public int submitted() {
        return submitted.get();
    }

    @Override
    public String address() {
        return node + ":9502";
    }

    @Override
    public CompletableFuture<Forwarded> submit(Member to, ForwardedCommand command) {
        submitted.incrementAndGet();
        ForwardedCommand sent = Json.read(Json.write(command), ForwardedCommand.class);
        Forwarded late = new Forwarded.Undecided("no answer");
        if (!network.answers(to.node())) {
            return new CompletableFuture<Forwarded>()
                    .completeOnTimeout(late, command.limit().toMillis(), TimeUnit.MILLISECONDS);
        }
        return CompletableFuture.supplyAsync(() -> network.between(node, to.node()), executor)
                .thenComposeAsync(service -> ask(service, sent), executor)
                .thenApplyAsync(answer -> answered(to, answer), executor)
                .completeOnTimeout(late, command.limit().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static CompletableFuture<Forwarded> ask(Optional<PeerService> service, ForwardedCommand command) {
        return service.map(there -> there.take(command))
                .orElseGet(() -> CompletableFuture.completedFuture(new Forwarded.Undecided("it can't be reached")));
    }

    private Forwarded answered(Member from, Forwarded answer) {
        boolean lost = answersToLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0
                || network.between(node, from.node()).isEmpty();
        return lost ? new Forwarded.Undecided("the answer was lost") : answer;
    }

    @Override
    public ClusterState fetchState(Member from) {
        return network.between(node, from.node())
                .orElseThrow(() -> new PeerException(from.node() + " can't be reached"))
                .state()
                .orElseThrow(() -> new PeerException(from.node() + " does not serve"));
    }
}
