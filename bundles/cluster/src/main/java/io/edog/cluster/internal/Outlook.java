package io.edog.cluster.internal;

import io.edog.api.journal.Epoch;
import io.edog.cluster.internal.Election.Candidate;
import java.util.List;
import java.util.Optional;

/** What {@link ZkLeadership} tells, all of one moment. */
record Outlook(Optional<Epoch> epoch, Optional<String> leader, List<String> members, Optional<String> trouble) {
    static final Outlook NONE =
            new Outlook(Optional.empty(), Optional.empty(), List.of(), Optional.of("not connected to ZooKeeper yet"));

    /**
     * Puts it together.
     *
     * @param node this node's name
     * @param epoch this node's, if it leads
     * @param failure why this node can't do its part, if so
     */
    static Outlook of(
            String node,
            Optional<Epoch> epoch,
            List<Candidate> candidates,
            Optional<Reign> reign,
            Optional<String> failure) {
        Optional<String> leader = candidates.stream()
                .findFirst()
                .filter(first ->
                        reign.filter(r -> r.session().equals(first.session())).isPresent())
                .map(Candidate::node)
                .filter(name -> epoch.isPresent() || !name.equals(node));
        List<String> members =
                candidates.stream().map(Candidate::node).distinct().sorted().toList();
        Optional<String> trouble =
                epoch.isPresent() ? Optional.empty() : failure.or(() -> vacancy(leader, candidates, reign));
        return new Outlook(epoch, leader, members, trouble);
    }

    private static Optional<String> vacancy(
            Optional<String> leader, List<Candidate> candidates, Optional<Reign> reign) {
        if (leader.isPresent()) {
            return Optional.empty();
        }
        if (candidates.isEmpty()) {
            return Optional.of("no manager stands for election");
        }
        String before = reign.map(r -> "; before it, " + r.node() + " led").orElse("");
        return Optional.of(candidates.get(0).node() + " is elected and has not taken an epoch yet" + before);
    }
}
