package io.edog.appctl.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.appctl.Refusal;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import io.edog.appctl.inventory.SshAccess;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private static final Optional<List<Wanted>> UNSAID = Optional.empty();

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,3", "4,3", "5,5", "6,5", "7,7", "9,7"})
    void anOddNumberOfManagersVotes(int managers, int voters) {
        String[] hosts = new String[managers];
        Arrays.setAll(hosts, i -> "10.0.0." + (i + 1));
        assertThat(plan(Optional.empty(), hosts(hosts), Optional.of(List.of())).voters())
                .hasSize(voters);
    }

    @Test
    void twoManagersGetAWitnessOnAThirdMachine() {
        Cluster cluster = plan(
                Optional.empty(),
                hosts("10.0.0.1", "10.0.0.2"),
                Optional.of(hosts("10.0.0.1", "10.0.0.4", "10.0.0.5")));
        assertThat(cluster.voters()).extracting(Node::address).containsExactly("10.0.0.1", "10.0.0.2", "10.0.0.4");
        assertThat(cluster.find("10.0.0.4").orElseThrow().roles()).containsExactly(Role.AGENT, Role.WITNESS);
        assertThat(cluster.find("10.0.0.1").orElseThrow().roles()).containsExactly(Role.MANAGER, Role.AGENT);
        assertThat(Notes.of(cluster)).anyMatch(note -> note.contains("is the witness"));
    }

    @Test
    void itIsSaidThatThereIsNoThirdMachine() {
        Cluster cluster = plan(Optional.empty(), hosts("10.0.0.1", "10.0.0.2"), UNSAID);
        assertThat(cluster.voters()).hasSize(2);
        assertThat(Notes.of(cluster)).anyMatch(note -> note.contains("no third machine"));
    }

    @Test
    void saidTwiceItIsTheSame() {
        Cluster once = plan(Optional.empty(), hosts("10.0.0.1", "10.0.0.2"), Optional.of(hosts("10.0.0.4")));
        assertThat(plan(Optional.of(once), hosts("10.0.0.1", "10.0.0.2"), Optional.of(hosts("10.0.0.4"))))
                .isEqualTo(once);
        assertThat(plan(Optional.of(once), List.of(), UNSAID)).isEqualTo(once);
        assertThat(plan(Optional.of(once), hosts("10.0.0.2", "10.0.0.1"), UNSAID))
                .isEqualTo(once);
    }

    @Test
    void withoutAddressesTheManagersStay() {
        Cluster once = plan(Optional.empty(), hosts("10.0.0.1", "10.0.0.2"), Optional.of(hosts("10.0.0.4")));
        Cluster more = plan(Optional.of(once), List.of(), Optional.of(hosts("10.0.0.5", "10.0.0.6")));
        assertThat(more.managers()).isEqualTo(once.managers());
        assertThat(more.agents()).extracting(Node::address).containsExactly("10.0.0.5", "10.0.0.6");
        assertThat(more.voters()).extracting(node -> node.voter().orElseThrow()).containsExactly(1, 2, 3);
    }

    @Test
    void managersThatWereAgentsByDefaultStaySo() {
        Cluster three = plan(Optional.empty(), hosts("10.0.0.1", "10.0.0.2", "10.0.0.3"), UNSAID);
        assertThat(three.agents()).isEqualTo(three.managers());
        Cluster one = plan(Optional.of(three), hosts("10.0.0.9"), UNSAID);
        assertThat(one.nodes()).hasSize(1);
        assertThat(one.agents()).extracting(Node::address).containsExactly("10.0.0.9");
    }

    @Test
    void aStartedClustersMembersChangeOnlineOnly() {
        Cluster started = plan(Optional.empty(), hosts("10.0.0.1"), UNSAID).withFounded(true);
        assertThat(plan(Optional.of(started), hosts("10.0.0.1"), UNSAID)).isEqualTo(started);
        assertThatThrownBy(() -> plan(Optional.of(started), hosts("10.0.0.1", "10.0.0.2"), UNSAID))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("was started");
    }

    @Test
    void namesAreTheHostsOwnAndUnique() {
        Request request = new Request(
                "edog",
                List.of(new Wanted(Optional.of("first"), "10.0.0.1"), wanted("10.0.0.2"), wanted("10.0.0.3")),
                UNSAID,
                SshAccess.usual(),
                Optional.empty(),
                Optional.empty(),
                Map.of("10.0.0.2", "Alpha.example.org", "10.0.0.3", "alpha"));
        assertThat(Planner.plan(Optional.empty(), request).nodes())
                .extracting(Node::name)
                .containsExactly("first", "alpha", "node-10-0-0-3");
    }

    @Test
    void aHostMayGetAnotherAddress() {
        Cluster once = plan(Optional.empty(), List.of(new Wanted(Optional.of("a"), "10.0.0.1")), UNSAID);
        Cluster moved = plan(Optional.of(once), List.of(new Wanted(Optional.of("a"), "10.0.0.8")), UNSAID);
        assertThat(moved.nodes()).hasSize(1);
        assertThat(moved.find("a").orElseThrow().address()).isEqualTo("10.0.0.8");
    }

    @Test
    void withoutManagersThereIsNoCluster() {
        assertThatThrownBy(() -> plan(Optional.empty(), List.of(), Optional.of(hosts("10.0.0.1"))))
                .hasMessageContaining("no manager");
    }

    private static Cluster plan(Optional<Cluster> present, List<Wanted> managers, Optional<List<Wanted>> agents) {
        return Planner.plan(
                present,
                new Request("edog", managers, agents, SshAccess.usual(), Optional.empty(), Optional.empty(), Map.of()));
    }

    private static List<Wanted> hosts(String... addresses) {
        return Arrays.stream(addresses).map(PlannerTest::wanted).toList();
    }

    private static Wanted wanted(String address) {
        return new Wanted(Optional.empty(), address);
    }
}
