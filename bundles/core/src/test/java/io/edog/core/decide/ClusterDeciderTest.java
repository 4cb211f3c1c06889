package io.edog.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.command.ClusterCommand;
import io.edog.api.command.ClusterCommand.FinalizeUpgrade;
import io.edog.api.command.ClusterCommand.HandOver;
import io.edog.api.command.ClusterCommand.RemoveManager;
import io.edog.api.journal.Change;
import io.edog.api.journal.Index;
import io.edog.api.member.Member;
import io.edog.api.member.Standing;
import io.edog.api.member.StateMark;
import io.edog.api.model.ClusterSettings;
import io.edog.api.model.User;
import io.edog.api.service.Principal;
import io.edog.api.service.Roles;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateHash;
import io.edog.core.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is done to the cluster itself, and what is refused. */
class ClusterDeciderTest {
    private static final User ANN = new User("u", "default", "ann", "$hash$", Set.of(Roles.USER), false, Instant.EPOCH);
    private static final Principal USER = new Principal("u", "ann", "default", Set.of(Roles.USER), Optional.empty());

    private static Member member(String node, int format, Standing standing, boolean live) {
        StateMark mark = new StateMark(Index.ZERO, StateHash.EMPTY);
        return new Member(node, "", "", "v" + format, format, standing, "", mark, Index.ZERO, live, Instant.EPOCH);
    }

    private static Decision decide(ClusterCommand command, Principal by, Member... others) {
        List<Member> all = new java.util.ArrayList<>(List.of(others));
        all.add(member("leader", 2, Standing.SERVING, true));
        Context context = new Context(by, Instant.EPOCH, () -> "id", Settings.DEFAULT, "leader", all);
        return Decider.decide(ClusterState.empty().with(ANN), command, context);
    }

    private static int refused(ClusterCommand command, Member... others) {
        return ((Decision.Rejected) decide(command, Principal.SYSTEM, others))
                .problem()
                .status();
    }

    private static List<Change> accepted(ClusterCommand command, Member... others) {
        return ((Decision.Accepted) decide(command, Principal.SYSTEM, others)).changes();
    }

    @Test
    void onlyAdministratorsMay() {
        Decision decision = decide(new HandOver(), USER, member("b", 2, Standing.SERVING, true));
        assertThat(((Decision.Rejected) decision).problem().status()).isEqualTo(403);
    }

    @Test
    void leadershipIsHandedToSomeoneWhoCanTakeIt() {
        assertThat(refused(new HandOver())).isEqualTo(409);
        assertThat(refused(new HandOver(), member("b", 2, Standing.SERVING, false)))
                .isEqualTo(409);
        assertThat(refused(new HandOver(), member("b", 2, Standing.CATCHING_UP, true)))
                .isEqualTo(409);
        assertThat(accepted(new HandOver(), member("b", 2, Standing.SERVING, true)))
                .isEmpty();
    }

    @Test
    void aLiveManagerIsRemovedByForceOnly() {
        Member live = member("b", 2, Standing.SERVING, true);
        assertThat(refused(new RemoveManager("b", false), live)).isEqualTo(409);
        assertThat(accepted(new RemoveManager("b", true), live)).isEmpty();
        assertThat(accepted(new RemoveManager("b", false), member("b", 2, Standing.SERVING, false)))
                .isEmpty();
        assertThat(refused(new RemoveManager("x", true), live)).isEqualTo(404);
        assertThat(refused(new RemoveManager("leader", true), live)).isEqualTo(409);
    }

    @Test
    void anUpgradeIsFinalisedWhenNoLiveManagerIsOlder() {
        assertThat(refused(new FinalizeUpgrade(), member("b", 1, Standing.SERVING, true)))
                .isEqualTo(409);
        assertThat(accepted(new FinalizeUpgrade(), member("b", 1, Standing.SERVING, false)))
                .containsExactly(new Change.Put(new ClusterSettings(2)));
    }
}
