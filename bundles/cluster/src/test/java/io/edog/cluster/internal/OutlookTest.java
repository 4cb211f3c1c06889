package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Epoch;
import io.edog.cluster.internal.Election.Candidate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final Candidate ONE = new Candidate("/edog/election/latch-0000000001", "one", "a1");
    private static final Candidate TWO = new Candidate("/edog/election/latch-0000000002", "two", "a2");
    private static final Reign OF_ONE = Reign.of("one", Instant.EPOCH, 0xa1);

    private static Outlook of(String node, Optional<Epoch> epoch, List<Candidate> candidates, Optional<Reign> reign) {
        return Outlook.of(node, epoch, candidates, reign, Optional.empty());
    }

    @Test
    void whoIsElectedAndTookTheEpochLeads() {
        Outlook seen = of("two", Optional.empty(), List.of(ONE, TWO), Optional.of(OF_ONE));
        assertThat(seen.leader()).contains("one");
        assertThat(seen.members()).containsExactly("one", "two");
        assertThat(seen.trouble()).isEmpty();
    }

    @Test
    void whoLeadsButIsSuspendedDoesNotCallItselfTheLeader() {
        Outlook seen = of("one", Optional.empty(), List.of(ONE), Optional.of(OF_ONE));
        assertThat(seen.leader()).isEmpty();
        assertThat(seen.trouble()).isPresent();
        assertThat(of("one", Optional.of(new Epoch(1)), List.of(ONE), Optional.of(OF_ONE))
                        .leader())
                .contains("one");
    }

    @Test
    void anEpochOfAnEarlierSessionDoesNotCount() {
        Candidate again = new Candidate(ONE.path(), "one", "a9");
        Outlook seen = of("two", Optional.empty(), List.of(again), Optional.of(OF_ONE));
        assertThat(seen.leader()).isEmpty();
        assertThat(seen.trouble()).hasValueSatisfying(why -> assertThat(why).contains("one is elected"));
    }

    @Test
    void nobodyStands() {
        assertThat(of("one", Optional.empty(), List.of(), Optional.empty()).trouble())
                .contains("no manager stands for election");
    }
}
