package io.edog.testkit.journal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who stands for election in a simulated cluster, in turn; the first is elected. Thread-safe. */
public final class MemoryElection {
    private final List<MemoryLeadership> queue = new CopyOnWriteArrayList<>();

    void enter(MemoryLeadership candidate) {
        if (!queue.contains(candidate)) {
            queue.add(candidate);
            changed();
        }
    }

    void leave(MemoryLeadership candidate) {
        if (queue.remove(candidate)) {
            candidate.lookAround();
            changed();
        }
    }

    boolean elected(MemoryLeadership candidate) {
        return first().filter(first -> first == candidate).isPresent();
    }

    Optional<MemoryLeadership> first() {
        return queue.stream().findFirst();
    }

    List<String> members() {
        return queue.stream().map(MemoryLeadership::node).distinct().sorted().toList();
    }

    void changed() {
        queue.forEach(MemoryLeadership::lookAround);
    }
}
