package io.edog.manager.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.member.Member;
import io.edog.api.member.Standing;
import io.edog.api.member.StateMark;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A manager knows up to where its state was like the others': what it exported later may have gone astray, too. */
class AgreementTest {
    private final Agreement agreement = new Agreement();

    private static ClusterState state(long index) {
        return ClusterState.empty().at(new Index(index), new Epoch(1), "");
    }

    private static Member member(String node, long index, StateHash hash) {
        return member(node, index, hash, Standing.SERVING);
    }

    private static Member member(String node, long index, StateHash hash, Standing standing) {
        StateMark mark = new StateMark(new Index(index), hash);
        return new Member(node, "", "", "v", 1, standing, "", mark, Index.ZERO, true, Instant.EPOCH);
    }

    @Test
    void whoIsOutOfServiceIsNoWitness() {
        StateHash one = new StateHash("ab".repeat(32));
        StateHash other = new StateHash("cd".repeat(32));
        agreement.installed(state(3));
        Member astray = member("b", 3, one, Standing.OUT_OF_SERVICE);
        Agreement.Verdict verdict = agreement.compare(List.of(astray, member("c", 3, other)), Optional.of("a"));
        assertThat(verdict.differing()).hasSize(2);
        assertThat(verdict.fault()).as("a leads, and one that serves differs").isEmpty();
    }

    @Test
    void itIsTheNewestIndexAtWhichAllWhoCouldBeComparedWereAlike() {
        StateHash alike = state(3).hash();
        StateHash other = new StateHash("ab".repeat(32));
        agreement.installed(state(3));
        assertThat(agreement.agreed()).isEqualTo(Index.ZERO);
        agreement.compare(List.of(member("b", 3, alike), member("c", 2, other)), Optional.of("b"));
        assertThat(agreement.agreed()).isEqualTo(new Index(3));

        agreement.installed(state(5));
        Agreement.Verdict verdict =
                agreement.compare(List.of(member("b", 5, other), member("c", 5, other)), Optional.of("b"));
        assertThat(verdict.fault()).isPresent();
        assertThat(agreement.agreed()).isEqualTo(new Index(3));
    }
}
