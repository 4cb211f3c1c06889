package io.edog.itests.history.wrong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.itests.history.Run;
import io.edog.itests.history.check.Checker;
import io.edog.itests.history.check.History;
import io.edog.itests.history.check.Violation;
import io.edog.itests.history.check.Violation.Rule;
import io.edog.itests.history.cluster.Cluster.Part;
import io.edog.itests.history.cluster.LocalCluster;
import io.edog.itests.support.Project;
import io.edog.itests.support.RawJournal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Three bugs, each with the fault that brings it to light: the checker finds them. Part of the long run. */
@EnabledIfSystemProperty(named = "edog.long", matches = "true")
class WrongProductIT {
    private static final Logger LOG = LoggerFactory.getLogger(WrongProductIT.class);
    private static final String NO_TRIM_MARK = "itests/history/src/test/bugs/absent-below-the-mark.patch";
    private static final int CLIENTS = 12;
    private static final long SEED = 20261123;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(50);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int TIMES = 3;

    private static void hold(int ms) {
        await().pollDelay(Duration.ofMillis(ms)).atMost(LIMIT).until(() -> true);
    }

    private static List<Violation> violations(
            List<String> bugs, Map<String, String> parts, Duration patience, Run.Act act) throws Exception {
        LocalCluster.Preparation planted = distribution ->
                WrongProduct.make(bugs.stream().map(Project.ROOT::resolve).toList(), distribution);
        try (LocalCluster cluster = new LocalCluster(LocalCluster.build(), 3, parts, planted)) {
            History history = new Run(cluster).play(CLIENTS, patience, SEED, REST, act);
            List<Violation> found = Checker.check(history);
            LOG.info(
                    "{}: {} violations, such as {}",
                    bugs,
                    found.size(),
                    found.stream().limit(3).toList());
            return found;
        }
    }

    /** All voters stand still, so that nothing can be appended; then the leader dies, and with it the voter it has written to. */
    @Test
    void anAcknowledgementBeforeTheAppendIsFound() throws Exception {
        assertThat(violations(List.of("bugs/ack-before-append.patch"), Map.of(), PATIENCE, run -> {
                    for (int i = 0; i < TIMES; i++) {
                        String leader = await().atMost(LIMIT)
                                .until(run::survey, s -> s.leader().isPresent())
                                .leader()
                                .orElseThrow();
                        LocalCluster cluster = (LocalCluster) run.cluster();
                        String voter = cluster.voterOf(leader).orElseThrow();
                        cluster.managers().forEach(node -> cluster.pause(node, Part.ZOOKEEPER));
                        hold(300);
                        cluster.kill(leader, Part.KARAF);
                        cluster.kill(voter, Part.ZOOKEEPER);
                        cluster.managers().forEach(node -> cluster.resume(node, Part.ZOOKEEPER));
                        run.progress();
                    }
                }))
                .extracting(Violation::rule)
                .contains(Rule.LOST_WRITE);
    }

    /** The leader's voter stands still with an append that it has not passed on, and then dies. */
    @Test
    void anAppendThatIsNotReadBackAfterALostConnectionIsFound() throws Exception {
        assertThat(violations(List.of("bugs/no-read-back.patch"), Map.of(), PATIENCE, run -> {
                    LocalCluster cluster = (LocalCluster) run.cluster();
                    String leader = run.survey().leader().orElseThrow();
                    String voter = cluster.voterOf(leader).orElseThrow();
                    cluster.pause(voter, Part.ZOOKEEPER);
                    hold(300);
                    cluster.kill(voter, Part.ZOOKEEPER);
                    hold(5_000);
                }))
                .extracting(Violation::rule)
                .containsAnyOf(Rule.LOST_WRITE, Rule.DIFFERENT_STATE, Rule.DIFFERENT_JOURNAL);
    }

    /**
     * A leader stands still with an append under way, until another one has written and trimmed beyond its index. The second bug
     * takes away what would save it from the first: it does not look at the trim mark when it reads back.
     */
    @Test
    void aPausedLeaderThatAppendsAtATrimmedIndexIsFound() throws Exception {
        Map<String, String> parts = Map.of(
                "io.edog.manager", "journal.keep.entries = 16\nexport.entries = 8",
                "io.edog.cluster", "append.limit.ms = 120000");
        assertThat(violations(List.of("bugs/epoch-not-checked.patch", NO_TRIM_MARK), parts, LONG_PATIENCE, run -> {
                    LocalCluster cluster = (LocalCluster) run.cluster();
                    String leader = run.survey().leader().orElseThrow();
                    String voter = cluster.voterOf(leader).orElseThrow();
                    cluster.pause(voter, Part.ZOOKEEPER);
                    hold(300);
                    cluster.pause(leader, Part.KARAF);
                    overtaken(run, leader);
                    cluster.resume(voter, Part.ZOOKEEPER);
                    hold(1_000);
                    cluster.resume(leader, Part.KARAF);
                    hold(5_000);
                }))
                .extracting(Violation::rule)
                .containsAnyOf(Rule.LOST_WRITE, Rule.DIFFERENT_STATE, Rule.DIFFERENT_JOURNAL);
    }

    /** Another one leads, and the index at which the paused one is about to write has been written and trimmed. */
    private static void overtaken(Run run, String paused) throws Exception {
        long index = run.survey().serving().stream()
                .mapToLong(run.survey()::index)
                .max()
                .orElseThrow();
        try (RawJournal journal = run.cluster().journal()) {
            await("the journal is trimmed beyond index " + index).atMost(LIMIT).until(() -> {
                long now = run.survey()
                        .leader()
                        .filter(node -> !node.equals(paused))
                        .map(run.survey()::index)
                        .orElse(0L);
                return now > index + 1 && !journal.holds(index + 1);
            });
        }
    }
}
