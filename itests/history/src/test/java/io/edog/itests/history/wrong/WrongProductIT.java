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
import io.edog.itests.history.nemesis.Survey;
import io.edog.itests.support.Project;
import io.edog.itests.support.RawJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Three bugs, each with the fault that brings it to light: the checker finds them. Part of the long run. */
@EnabledIfSystemProperty(named = "edog.long", matches = "true")
class WrongProductIT {
    private static final Logger LOG = LoggerFactory.getLogger(WrongProductIT.class);
    private static final String HELD_BACK = "itests/history/src/test/bugs/append-held-back.patch";
    private static final int CLIENTS = 12;
    private static final long SEED = 20261123;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int TIMES = 3;

    private static void hold(int ms) {
        await().pollDelay(Duration.ofMillis(ms)).atMost(LIMIT).until(() -> true);
    }

    private static List<Violation> violations(
            List<String> bugs, Map<String, String> parts, boolean journalRead, Run.Act act) throws Exception {
        LocalCluster.Preparation planted = distribution ->
                WrongProduct.make(bugs.stream().map(Project.ROOT::resolve).toList(), distribution);
        try (LocalCluster cluster = new LocalCluster(LocalCluster.build(), 3, parts, planted)) {
            History history = new Run(cluster, journalRead).play(CLIENTS, PATIENCE, SEED, REST, act);
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
        assertThat(violations(List.of("bugs/ack-before-append.patch"), Map.of(), true, run -> {
                    for (int i = 0; i < TIMES; i++) {
                        String leader = leader(run);
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
        assertThat(violations(List.of("bugs/no-read-back.patch"), Map.of(), true, run -> {
                    LocalCluster cluster = (LocalCluster) run.cluster();
                    String leader = leader(run);
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
     * A leader stands still about to append, until another one has written and trimmed beyond its index, and goes on in a session of
     * its own. The second patch is no bug: it says where the leader stands still.
     */
    @Test
    void aPausedLeaderThatAppendsAtATrimmedIndexIsFound() throws Exception {
        Map<String, String> parts = Map.of(
                "io.edog.manager", "journal.keep.entries = 16\nexport.entries = 8",
                "io.edog.rest", "requestSeconds = 180");
        assertThat(violations(List.of("bugs/epoch-not-checked.patch", HELD_BACK), parts, false, run -> {
                    LocalCluster cluster = (LocalCluster) run.cluster();
                    String leader = leader(run);
                    Path data = cluster.data(leader);
                    Files.createFile(data.resolve("hold"));
                    Future<Void> answered = run.create(CLIENTS, "held-back", leader);
                    await("the append is held back").atMost(LIMIT).until(() -> Files.exists(data.resolve("held")));
                    long index =
                            1 + await().atMost(LIMIT).until(() -> run.survey().index(leader), last -> last > 0);
                    cluster.pause(leader, Part.KARAF);
                    overtaken(run, index);
                    Files.createFile(data.resolve("go"));
                    cluster.resume(leader, Part.KARAF);
                    await("the client is answered").atMost(LIMIT).until(answered::isDone);
                }))
                .anySatisfy(violation -> {
                    assertThat(violation.rule()).isEqualTo(Rule.LOST_WRITE);
                    assertThat(violation.detail()).contains("held-back");
                });
    }

    private static String leader(Run run) {
        return await("a manager leads")
                .atMost(LIMIT)
                .until(() -> run.survey().leader(), Optional::isPresent)
                .orElseThrow();
    }

    /** An index has been written by another leader, and trimmed. */
    private static void overtaken(Run run, long index) throws Exception {
        try (RawJournal journal = run.cluster().journal()) {
            await("the journal is trimmed beyond index " + index).atMost(LIMIT).until(() -> {
                Survey now = run.survey();
                return now.leader().filter(leader -> now.index(leader) > index).isPresent() && !journal.holds(index);
            });
        }
    }
}
