package io.edog.itests.history.check;

import static io.edog.itests.history.check.Violation.Rule.BROKEN_CHAIN;
import static io.edog.itests.history.check.Violation.Rule.DIFFERENT_JOURNAL;
import static io.edog.itests.history.check.Violation.Rule.DOUBLED_WRITE;
import static io.edog.itests.history.check.Violation.Rule.LOST_WRITE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journal in ZooKeeper itself, from what was not trimmed when it was first read: its hashes, and the outcome of each key. */
final class Chain {
    private static final String GENESIS = "0".repeat(64);

    private final List<ChainLink> links;
    private final Timeline timeline;
    private final List<Violation> found = new ArrayList<>();
    private final Map<String, Long> keys = new HashMap<>();

    Chain(List<ChainLink> links, Timeline timeline) {
        this.links = links;
        this.timeline = timeline;
    }

    List<Violation> check(List<Operation> operations) {
        long expected = links.isEmpty() ? 1 : links.get(0).index();
        String previous = expected == 1 ? GENESIS : links.get(0).previous();
        for (ChainLink link : links) {
            if (link.index() != expected || !link.previous().equals(previous)) {
                wrong(BROKEN_CHAIN, "entry " + link.index() + " does not follow " + (expected - 1));
            }
            one(link);
            expected = link.index() + 1;
            previous = link.claimed();
        }
        if (!links.isEmpty()) {
            operations.stream().filter(Operation::acknowledged).forEach(this::outcome);
        }
        return found;
    }

    private void one(ChainLink link) {
        if (!link.claimed().equals(link.computed())) {
            wrong(BROKEN_CHAIN, "entry " + link.index() + " has not the hash of what it holds");
        }
        if (!link.claimed().equals(timeline.hash(link.index()))) {
            wrong(DIFFERENT_JOURNAL, "entry " + link.index() + " is another one in ZooKeeper than with the managers");
        }
        for (String key : link.keys()) {
            Long before = keys.putIfAbsent(key, link.index());
            if (before != null) {
                wrong(DOUBLED_WRITE, "key " + key + " has an outcome at " + before + " and at " + link.index());
            }
        }
    }

    private void outcome(Operation write) {
        if (!keys.containsKey(write.key())) {
            wrong(LOST_WRITE, write.told() + " has no outcome in ZooKeeper");
        }
    }

    private void wrong(Violation.Rule rule, String what) {
        found.add(new Violation(rule, what));
    }
}
