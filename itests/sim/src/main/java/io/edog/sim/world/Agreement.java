package io.edog.sim.world;

import io.edog.api.bus.Assignments;
import io.edog.api.state.ClusterState;
import java.util.List;
import java.util.Optional;

/** Whether all agree, once nothing goes wrong any more. */
final class Agreement {
    private final World world;
    private final List<Caller> callers;
    private final List<World.HostPlace> hosts;

    Agreement(World world, List<Caller> callers, List<World.HostPlace> hosts) {
        this.world = world;
        this.callers = callers;
        this.hosts = hosts;
    }

    String differences() {
        if (!callers.stream().allMatch(Caller::done)) {
            return "a caller has no answer yet";
        }
        return leaders().or(this::managers).or(this::hosts).orElse("");
    }

    private Optional<String> leaders() {
        long leaders = world.places.stream()
                .flatMap(place -> place.alive().stream())
                .filter(node -> node.leadership().epoch().isPresent())
                .count();
        return leaders == 1 ? Optional.empty() : Optional.of(leaders + " leaders");
    }

    private Optional<String> managers() {
        for (World.Place place : world.places) {
            Optional<ManagerNode> node = place.alive();
            if (node.isEmpty() || !node.get().desk().status().serving()) {
                return Optional.of("manager " + place.name + " does not serve: "
                        + node.map(n -> n.desk().status().reason()).orElse("dead"));
            }
            Optional<String> difference = world.oracle.differs(place.name, place.disk.state);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> hosts() {
        ClusterState newest = world.places.get(0).disk.state;
        for (World.HostPlace host : hosts) {
            Optional<Assignments> has = host.alive().flatMap(HostNode::accepted);
            Optional<String> difference = world.oracle.lacks(host.name, has, newest);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }
}
