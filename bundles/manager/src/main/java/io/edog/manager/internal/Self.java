package io.edog.manager.internal;

import io.edog.api.member.Member;
import io.edog.api.member.Peers;
import io.edog.api.member.Standing;
import io.edog.api.member.StateMark;
import io.edog.api.state.ClusterState;

/** What this manager tells of itself. Thread-safe. */
final class Self {
    private final Ports ports;
    private final Replica replica;
    private final Fitness fitness;
    private final Exports exports;

    Self(Ports ports, Replica replica, Fitness fitness, Exports exports) {
        this.ports = ports;
        this.replica = replica;
        this.fitness = fitness;
        this.exports = exports;
    }

    Member member() {
        ClusterState state = replica.state();
        Standing standing = fitness.standing();
        return new Member(
                ports.leadership().node(),
                ports.neighbours().peers().map(Peers::address).orElse(""),
                ports.identity().api(),
                ports.identity().version(),
                ports.identity().format(),
                standing,
                standing == Standing.SERVING ? "" : fitness.reason(),
                new StateMark(state.index(), state.hash()),
                exports.newest(),
                true,
                ports.wall().instant());
    }
}
