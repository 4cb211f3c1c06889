package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Leadership;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedVoter.class)
class ZkLeadershipTest extends LeadershipOverLines {
    private Nodes nodes;
    private Voter voter;

    @BeforeEach
    void start(Voter running) {
        voter = running;
        nodes = new Nodes(voter);
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    @Override
    Line line() {
        return nodes.line(voter);
    }

    @Override
    Connection connect(String node, Line line) {
        return nodes.connect(node, line);
    }

    @Override
    void keep(AutoCloseable closeable) {
        nodes.keep(closeable);
    }

    @Test
    void aBlipTakesTheEpochAwayUntilItIsConfirmed() {
        Leadership one = join("one");
        await().atMost(SOON).until(() -> one.epoch().isPresent());
        Epoch first = one.epoch().orElseThrow();
        lines.get(one).cut();
        await().atMost(Duration.ofMillis(300)).until(() -> one.epoch().isEmpty());
        lines.get(one).heal();
        await().atMost(SOON).until(() -> one.epoch().isPresent());
        assertThat(one.epoch().orElseThrow()).isGreaterThanOrEqualTo(first);
    }

    @Test
    void aBlipDuringWhichAnotherTookTheEpochBringsANewOne() {
        Leadership one = join("one");
        await().atMost(SOON).until(() -> one.epoch().isPresent());
        lines.get(one).cut();
        await().until(() -> one.epoch().isEmpty());
        Epoch others = Nodes.newEpoch(nodes.connect("other"));
        lines.get(one).heal();
        await().atMost(SOON).until(() -> one.epoch().isPresent());
        assertThat(one.epoch().orElseThrow()).isGreaterThan(others);
    }

    @Test
    void aLeaderThatHasNothingToWriteNoticesThatAnotherTookTheEpoch() {
        Leadership one = join("one");
        await().atMost(SOON).until(() -> one.epoch().isPresent());
        Epoch others = Nodes.newEpoch(nodes.connect("other"));
        await().atMost(SOON)
                .until(() ->
                        one.epoch().filter(epoch -> epoch.compareTo(others) > 0).isPresent());
    }

    @Test
    void aHandOverWaitsForNoSessionToTimeOut() {
        Map<String, Object> patient = Map.of("session_timeout_ms", 20_000);
        Leadership one = patient("one", patient);
        await().atMost(SOON).until(() -> one.epoch().isPresent());
        Leadership two = patient("two", patient);
        await().atMost(SOON).until(() -> one.members().size() == 2);
        assertThat(one.handOver()).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> two.epoch().isPresent());
    }

    private Leadership patient(String node, Map<String, Object> settings) {
        ZkLeadership leadership = new ZkLeadership(nodes.connect(nodes.settings(node, voter.connect(), settings)));
        nodes.keep(leadership::close);
        return leadership;
    }

    @Test
    void aNodeThatDiedAndCameBackLeadsWithinAFewSessionTimeouts() {
        Leadership before = join("one");
        await().atMost(SOON).until(() -> before.epoch().isPresent());
        lines.get(before).cut();
        Leadership after = join("one");
        await().atMost(Duration.ofSeconds(5)).until(() -> after.epoch().isPresent());
    }
}
