package io.edog.appctl.node;

import io.edog.appctl.inventory.Node;
import io.edog.appctl.remote.Pause;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.Optional;

/** Waits for a node to be well: it serves, and its voter is back among the others. Looks again at growing intervals. */
public final class Waiting {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final NodeControl control;
    private final Pause pause;
    private final Duration limit;

    public Waiting(NodeControl control, Pause pause, Duration limit) {
        this.control = control;
        this.pause = pause;
        this.limit = limit;
    }

    /** What a node says when it is as it should be; otherwise why it is not yet. */
    public interface Look {
        Optional<String> missing(NodeStatus status);
    }

    /** Waits until it serves and votes. */
    public Outcome untilWell(Node node) throws InterruptedException {
        return until(node, status -> missing(node, status));
    }

    /** Waits until nothing is missing. */
    public Outcome until(Node node, Look look) throws InterruptedException {
        Target target = Target.of(node);
        long end = System.nanoTime() + limit.toNanos();
        Duration next = FIRST;
        while (true) {
            NodeAnswer answer = control.status(target);
            Optional<String> missing = answer.status()
                    .map(look::missing)
                    .orElseGet(() -> Optional.of(answer.trouble().detail()));
            if (missing.isEmpty()) {
                return Outcome.ok("serves");
            }
            if (System.nanoTime() > end || !pause.take(next)) {
                return Outcome.timedOut(missing.get() + ", after " + limit.toSeconds() + " s", control.logs(target));
            }
            next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        }
    }

    private static Optional<String> missing(Node node, NodeStatus status) {
        if (!status.serving()) {
            return Optional.of(status.reason().isEmpty() ? "it does not serve" : status.reason());
        }
        boolean absent = node.voter().isPresent() && !status.inQuorum();
        return absent ? Optional.of("its voter is not among the others") : Optional.empty();
    }
}
