package io.edog.itests.history.check;

import static io.edog.itests.history.check.Violation.Rule.DOUBLED_WRITE;
import static io.edog.itests.history.check.Violation.Rule.LOST_WRITE;
import static io.edog.itests.history.check.Violation.Rule.REFUSED_YET_DONE;
import static io.edog.itests.history.check.Violation.Rule.WRONG_INDEX;

import java.util.ArrayList;
import java.util.List;

/** Each write is in the journal as often as its client was told. */
final class Writes {
    private final List<Operation> operations;
    private final Timeline timeline;
    private final List<Violation> found = new ArrayList<>();

    Writes(List<Operation> operations, Timeline timeline) {
        this.operations = operations;
        this.timeline = timeline;
    }

    List<Violation> check() {
        operations.stream().filter(o -> o.kind() == Operation.Kind.WRITE).forEach(this::check);
        return found;
    }

    private void check(Operation write) {
        List<Long> applied = timeline.applied(write.name());
        if (applied.size() > 1) {
            found.add(new Violation(DOUBLED_WRITE, write.told() + " was applied at " + applied));
        }
        switch (write.result()) {
            case OK -> acknowledged(write, applied);
            case REFUSED -> {
                if (!applied.isEmpty()) {
                    found.add(new Violation(REFUSED_YET_DONE, write.told() + " was applied at " + applied));
                }
            }
            case UNKNOWN -> {}
        }
    }

    private void acknowledged(Operation write, List<Long> applied) {
        if (applied.isEmpty()) {
            found.add(new Violation(LOST_WRITE, write.told()));
        } else if (write.index() < applied.get(0) || write.index() > timeline.head()) {
            found.add(new Violation(
                    WRONG_INDEX,
                    write.told() + " was applied at " + applied + ", the journal ends at " + timeline.head()));
        }
    }
}
