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
import java.io.IOException;
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
    private static final String HELD_VOLUME = "held-back";
    private static final int CLIENTS = 12;
    private static final long SEED = 20261123;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofMinutes(2);

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

    /** A leader stands still about to append what its client has been told is done, and dies. */
    @Test
    void anAcknowledgementBeforeTheAppendIsFound() throws Exception {
        assertLost(violations(List.of("bugs/ack-before-append.patch", HELD_BACK), Map.of(), true, run -> {
            String leader = leader(run);
            Future<Void> answered = heldBack(run, leader);
            await("the client is answered").atMost(LIMIT).until(answered::isDone);
            run.cluster().kill(leader, Part.KARAF);
            run.progress();
        }));
    }

    /** The leader's voter stands still with an append that it has not passed on, and then dies. */
    @Test
    void anAppendThatIsNotReadBackAfterALostConnectionIsFound() throws Exception {
        assertLost(violations(List.of("bugs/no-read-back.patch", HELD_BACK), Map.of(), true, run -> {
            LocalCluster cluster = (LocalCluster) run.cluster();
            String leader = leader(run);
            Future<Void> answered = heldBack(run, leader);
            String voter = cluster.voterOf(leader).orElseThrow();
            cluster.pause(voter, Part.ZOOKEEPER);
            Files.createFile(cluster.data(leader).resolve("go"));
            hold(300);
            cluster.kill(voter, Part.ZOOKEEPER);
            await("the client is answered").atMost(LIMIT).until(answered::isDone);
            hold(5_000);
        }));
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
        assertLost(violations(List.of("bugs/epoch-not-checked.patch", HELD_BACK), parts, false, run -> {
            LocalCluster cluster = (LocalCluster) run.cluster();
            String leader = leader(run);
            Future<Void> answered = heldBack(run, leader);
            long index = 1 + await().atMost(LIMIT).until(() -> run.survey().index(leader), last -> last > 0);
            cluster.pause(leader, Part.KARAF);
            overtaken(run, index);
            Files.createFile(cluster.data(leader).resolve("go-anew"));
            cluster.resume(leader, Part.KARAF);
            await("the client is answered").atMost(LIMIT).until(answered::isDone);
        }));
    }

    private static void assertLost(List<Violation> found) {
        assertThat(found).anySatisfy(violation -> {
            assertThat(violation.rule()).isEqualTo(Rule.LOST_WRITE);
            assertThat(violation.detail()).contains(HELD_VOLUME);
        });
    }

    /** Has the leader stand still about to append a volume that a client creates. */
    private static Future<Void> heldBack(Run run, String leader) throws IOException {
        Path data = ((LocalCluster) run.cluster()).data(leader);
        Files.createFile(data.resolve("hold"));
        Future<Void> answered = run.create(CLIENTS, HELD_VOLUME, leader);
        await("the append is held back").atMost(LIMIT).until(() -> Files.exists(data.resolve("held")));
        return answered;
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
