package io.edog.itests.history.check;

import static io.edog.itests.history.check.Violation.Rule.BACKWARDS_READ;
import static io.edog.itests.history.check.Violation.Rule.WRONG_INDEX;
import static io.edog.itests.history.check.Violation.Rule.WRONG_READ;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each client read, in the order it did. */
final class ReadsSeen {
    private final List<Operation> operations;
    private final Timeline timeline;
    private final List<Violation> found = new ArrayList<>();
    private final Map<Integer, Long> reached = new HashMap<>();

    ReadsSeen(List<Operation> operations, Timeline timeline) {
        this.operations = operations;
        this.timeline = timeline;
    }

    List<Violation> check() {
        operations.stream()
                .filter(o -> o.acknowledged() || o.seen())
                .sorted(Comparator.comparingLong(Operation::returned))
                .forEach(this::check);
        return found;
    }

    private void check(Operation operation) {
        if (operation.seen()) {
            read(operation);
        }
        reached.merge(operation.client(), own(operation), Math::max);
    }

    /** The index that later reads of its client must have reached. */
    private long own(Operation operation) {
        long applied = operation.acknowledged()
                ? timeline.applied(operation.name()).stream()
                        .mapToLong(Long::longValue)
                        .min()
                        .orElse(0)
                : 0;
        return Math.max(applied, operation.index());
    }

    private void read(Operation read) {
        long before = Math.max(read.minIndex(), reached.getOrDefault(read.client(), 0L));
        if (read.index() < before) {
            found.add(new Violation(BACKWARDS_READ, read.told() + " after it had seen " + before));
        }
        if (read.index() > timeline.head()) {
            found.add(new Violation(WRONG_INDEX, read.told() + ", the journal ends at " + timeline.head()));
        }
        String due = timeline.nameAt(read.object(), read.index());
        if (!due.equals(read.name())) {
            found.add(new Violation(WRONG_READ, read.told() + " where the journal says '" + due + "'"));
        }
    }
}
