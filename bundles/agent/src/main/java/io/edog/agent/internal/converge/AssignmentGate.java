package io.edog.agent.internal.converge;

import io.edog.agent.internal.Reason;
import io.edog.agent.internal.record.RecordException;
import io.edog.agent.internal.record.Records;
import io.edog.agent.internal.record.SeenMark;
import io.edog.api.bus.Assignments;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets no assignments pass that are older than the newest this host has ever seen. */
final class AssignmentGate {
    private static final Logger LOG = LoggerFactory.getLogger(AssignmentGate.class);

    private final Records records;
    private SeenMark newest;
    private Optional<Assignments> present = Optional.empty();

    AssignmentGate(Records records) {
        this.records = records;
        this.newest = records.seen();
    }

    /** Whether these are to be followed. */
    boolean passes(Assignments assignments) {
        SeenMark mark = SeenMark.of(assignments);
        if (mark.compareTo(newest) < 0) {
            LOG.warn(
                    "assignments of epoch {} index {} refused: epoch {} index {} was seen",
                    mark.epoch(),
                    mark.index(),
                    newest.epoch(),
                    newest.index());
            return false;
        }
        if (mark.compareTo(newest) > 0) {
            remember(mark);
        }
        present = Optional.of(assignments);
        return true;
    }

    private void remember(SeenMark mark) {
        newest = mark;
        try {
            records.write(mark);
        } catch (RecordException e) {
            LOG.error("the newest assignments can't be remembered: {}", Reason.of(e));
        }
    }

    /** What the reports answer: none until assignments came in this life of the agent. */
    SeenMark answered() {
        return present.map(SeenMark::of).orElse(SeenMark.NONE);
    }
}
