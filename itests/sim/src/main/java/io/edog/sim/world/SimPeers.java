package io.edog.sim.world;

import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.member.Member;
import io.edog.api.member.PeerException;
import io.edog.api.member.Peers;
import io.edog.api.state.ClusterState;
import io.edog.sim.kernel.Strand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The way from one manager to the others: messages that are lost, late, or come twice. */
final class SimPeers implements Peers {
    private static final long MILLI = 1_000_000;
    private static final long FETCH_LIMIT = 2_000 * MILLI;
    private static final long SUBMIT_LIMIT = 12_000 * MILLI;

    private final World world;
    private final Machine machine;

    SimPeers(World world, Machine machine) {
        this.world = world;
        this.machine = machine;
    }

    @Override
    public String address() {
        return machine.name() + ":9502";
    }

    @Override
    public CompletableFuture<Forwarded> submit(Member to, ForwardedCommand command) {
        CompletableFuture<Forwarded> answer = new CompletableFuture<>();
        long patience = Math.min(SUBMIT_LIMIT, command.limit().toNanos() + 1_000 * MILLI);
        machine.deliver(
                world.scheduler.now() + patience, () -> answer.complete(new Forwarded.Undecided("no answer in time")));
        world.network.send(
                "forward to " + to.node(),
                () -> world.manager(to.node())
                        .ifPresent(there ->
                                there.machine().deliver(world.scheduler.now(), () -> take(there, command, answer))));
        return answer;
    }

    private void take(ManagerNode there, ForwardedCommand command, CompletableFuture<Forwarded> answer) {
        var unused = there.desk()
                .take(command)
                .thenAccept(forwarded -> world.network.send(
                        "answer of " + there.machine().name(),
                        () -> machine.deliver(world.scheduler.now(), () -> answer.complete(forwarded))));
    }

    @Override
    public ClusterState fetchState(Member from) {
        machine.step("fetch the state of", from.node());
        Strand me = Strand.own();
        List<Optional<ClusterState>> came = new ArrayList<>();
        world.network.send(
                "fetch from " + from.node(),
                () -> world.manager(from.node())
                        .ifPresent(there -> there.machine().deliver(world.scheduler.now(), () -> {
                            Optional<ClusterState> state = there.desk().state();
                            world.network.send(
                                    "state of " + from.node(),
                                    () -> machine.deliver(world.scheduler.now(), () -> {
                                        came.add(state);
                                        me.wake();
                                    }));
                        })));
        long until = world.scheduler.now() + FETCH_LIMIT;
        while (came.isEmpty() && world.scheduler.now() < until) {
            me.awaitUntil(until);
        }
        return came.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new PeerException("manager " + from.node() + " gives no state"));
    }
}
