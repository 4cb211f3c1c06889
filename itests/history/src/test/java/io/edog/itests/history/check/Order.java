package io.edog.itests.history.check;

import static io.edog.itests.history.check.Violation.Rule.WRONG_ORDER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A write begun after another one was acknowledged comes after it in the journal. */
final class Order {
    /** A write and where it was applied. */
    private record Placed(Operation write, long at) {}

    private final List<Placed> placed;

    Order(List<Operation> operations, Timeline timeline) {
        this.placed = operations.stream()
                .filter(o -> o.kind() == Operation.Kind.WRITE)
                .filter(o -> !timeline.applied(o.name()).isEmpty())
                .map(o -> new Placed(o, timeline.applied(o.name()).get(0)))
                .toList();
    }

    List<Violation> check() {
        NavigableMap<Long, Placed> latest = latestAcknowledgedBy();
        List<Violation> found = new ArrayList<>();
        for (Placed one : placed) {
            Map.Entry<Long, Placed> before = latest.lowerEntry(one.write().invoked());
            if (before != null && before.getValue().at() >= one.at()) {
                found.add(new Violation(
                        WRONG_ORDER,
                        one.write().told() + " at " + one.at() + " was begun after the acknowledgement of "
                                + before.getValue().write().told() + " at "
                                + before.getValue().at()));
            }
        }
        return found;
    }

    /** By time of acknowledgement: of all writes acknowledged until then, the last one in the journal. */
    private NavigableMap<Long, Placed> latestAcknowledgedBy() {
        NavigableMap<Long, Placed> latest = new TreeMap<>();
        placed.stream()
                .filter(p -> p.write().acknowledged())
                .sorted(Comparator.comparingLong(p -> p.write().returned()))
                .forEach(p -> {
                    Map.Entry<Long, Placed> last = latest.lastEntry();
                    boolean later = last == null || last.getValue().at() < p.at();
                    latest.put(p.write().returned(), later ? p : last.getValue());
                });
        return latest;
    }
}
