package io.edog.manager.internal;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Index;
import io.edog.api.member.Member;
import io.edog.api.member.Standing;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether managers that applied the same have the same state. Used by the loop alone. */
final class Agreement implements Replica.Listener {
    private static final int REMEMBERED = 4096;

    private final Map<Index, StateHash> mine = new LinkedHashMap<>();
    private Index agreed = Index.ZERO;

    /**
     * What others say of a state that this manager had too.
     *
     * @param fault why this manager can't go on, if it is it that went astray
     */
    record Verdict(List<Member> differing, Optional<String> fault) {}

    @Override
    public void applied(ClusterState before, Entry entry, ClusterState after) {
        remember(after);
    }

    @Override
    public void installed(ClusterState state) {
        mine.clear();
        remember(state);
    }

    /** Between two that differ the leader is believed, unless most managers differ from it. */
    Verdict compare(List<Member> others, Optional<String> leader) {
        List<Member> comparable = others.stream()
                .filter(member ->
                        member.live() && mine.containsKey(member.mark().index()))
                .toList();
        List<Member> differing = comparable.stream().filter(this::differs).toList();
        if (differing.isEmpty()) {
            comparable.stream()
                    .map(member -> member.mark().index())
                    .filter(index -> index.reached(agreed))
                    .forEach(index -> agreed = index);
        }
        long against = differing.stream().filter(Agreement::votes).count();
        long withMe = 1 + comparable.stream().filter(Agreement::votes).count() - against;
        Optional<Member> differingLeader = differing.stream()
                .filter(member -> leader.equals(Optional.of(member.node())))
                .findFirst();
        boolean outvoted = against > withMe || (differingLeader.isPresent() && against == withMe);
        Optional<Member> witness = outvoted
                ? differingLeader.or(
                        () -> differing.stream().filter(Agreement::votes).findFirst())
                : Optional.empty();
        return new Verdict(differing, witness.map(this::fault));
    }

    /** Up to where all others were known to have the same state; zero if that was never seen. */
    Index agreed() {
        return agreed;
    }

    /** Who is out of service has gone astray itself, and is no witness against others. */
    private static boolean votes(Member member) {
        return member.standing() != Standing.OUT_OF_SERVICE;
    }

    private boolean differs(Member member) {
        return !member.mark().hash().equals(mine.get(member.mark().index()));
    }

    private String fault(Member witness) {
        Index index = witness.mark().index();
        StateHash here = mine.getOrDefault(index, StateHash.EMPTY);
        return "its state differs from that of manager " + witness.node() + " at index " + index + ": " + here.hex()
                + " here, " + witness.mark().hash().hex() + " there";
    }

    private void remember(ClusterState state) {
        mine.put(state.index(), state.hash());
        if (mine.size() > REMEMBERED) {
            mine.remove(mine.keySet().iterator().next());
        }
    }
}
