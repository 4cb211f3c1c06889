package io.edog.sim.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who stands for election, in turn. Each candidate learns of its turn in its own time, so that several may believe it is theirs. */
final class SimElection {
    private final World world;
    private final List<SimLeadership> queue = new ArrayList<>();
    private Optional<SimLeadership> last = Optional.empty();

    SimElection(World world) {
        this.world = world;
    }

    void enter(SimLeadership candidate) {
        if (!queue.contains(candidate)) {
            queue.add(candidate);
            changed();
        }
    }

    void leave(SimLeadership candidate) {
        if (queue.remove(candidate)) {
            changed();
        }
    }

    /** Another's turn. */
    void rotate() {
        if (queue.size() > 1) {
            queue.add(queue.remove(0));
            changed();
        }
    }

    Optional<SimLeadership> first() {
        return queue.stream().findFirst();
    }

    List<String> members() {
        return queue.stream().map(SimLeadership::node).distinct().sorted().toList();
    }

    private void changed() {
        Optional<SimLeadership> now = first();
        if (!now.equals(last)) {
            last.ifPresent(SimLeadership::learn);
            now.ifPresent(next -> {
                world.trace.say("%s is elected", next.node());
                next.learn();
            });
            last = now;
        }
    }
}
