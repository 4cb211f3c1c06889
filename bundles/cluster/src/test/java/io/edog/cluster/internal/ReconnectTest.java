package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.HostReport;
import io.edog.api.journal.Appended.Done;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.testkit.bus.BusSamples;
import io.edog.testkit.journal.Entries;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was said while a node was cut off, or lost its session, reaches it afterwards. */
@ExtendWith(SharedVoter.class)
@Tag("slow")
class ReconnectTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private Nodes nodes;
    private Line line;
    private Connection cut;
    private Connection sound;

    @BeforeEach
    void start(Voter voter) {
        nodes = new Nodes(voter);
        line = nodes.line(voter);
        cut = nodes.connect("one", line);
        sound = nodes.connect("two");
    }

    @AfterEach
    void stop() throws Exception {
        nodes.close();
    }

    private void newSession() {
        long before = cut.session().getSessionId();
        line.cut();
        await().atMost(LIMIT).until(() -> cut.session().getSessionId() != before);
    }

    @Test
    void theJournalsWatch() {
        Epoch epoch = Nodes.newEpoch(sound);
        ZkJournal writer = nodes.journal(sound);
        AtomicInteger wakes = new AtomicInteger();
        nodes.keep(nodes.journal(cut).watch(Index.ZERO, wakes::incrementAndGet));
        for (long index = 1; index <= 4; index += 2) {
            int before = wakes.get();
            line.cut();
            assertThat(writer.append(Entries.at(index, epoch))).isInstanceOf(Done.class);
            line.heal();
            await().atMost(LIMIT).until(() -> wakes.get() > before);
            newSession();
            int between = wakes.get();
            assertThat(writer.append(Entries.at(index + 1, epoch))).isInstanceOf(Done.class);
            line.heal();
            await().atMost(LIMIT).until(() -> wakes.get() > between);
        }
        newSession();
        int before = wakes.get();
        fill(writer, epoch, 5, 9);
        writer.trim(epoch, new Index(9));
        line.heal();
        await().atMost(LIMIT).until(() -> wakes.get() > before);
        int after = wakes.get();
        writer.append(Entries.at(10, epoch));
        await().atMost(LIMIT).until(() -> wakes.get() > after);
    }

    private static void fill(ZkJournal journal, Epoch epoch, long from, long to) {
        for (long index = from; index <= to; index++) {
            assertThat(journal.append(Entries.at(index, epoch))).isInstanceOf(Done.class);
        }
    }

    @Test
    void assignmentsAndReports() {
        Epoch epoch = Nodes.newEpoch(sound);
        List<Assignments> assignments = new CopyOnWriteArrayList<>();
        List<HostReport> reports = new CopyOnWriteArrayList<>();
        nodes.keep(new ZkHostBus(cut).assignments("a", assignments::add));
        nodes.keep(new ZkManagerBus(cut).reports(reports::add));
        ZkManagerBus manager = new ZkManagerBus(sound);
        ZkHostBus host = new ZkHostBus(sound);
        for (int round = 1; round <= 4; round++) {
            if (round % 2 == 0) {
                newSession();
            } else {
                line.cut();
            }
            Assignments next = BusSamples.assignments("a", epoch, round, round);
            HostReport report = BusSamples.report("a", round, round);
            HostReport fresh = BusSamples.report("host-" + round, round, 1);
            assertThat(manager.publish(next)).isTrue();
            host.report(report);
            host.report(fresh);
            line.heal();
            await().atMost(LIMIT).untilAsserted(() -> {
                assertThat(assignments).contains(next);
                assertThat(reports).contains(report, fresh);
            });
        }
    }

    @Test
    void aSessionThatZooKeeperEnds() throws Exception {
        ZkLeadership leadership = new ZkLeadership(sound);
        nodes.keep(leadership::close);
        await().atMost(LIMIT).until(() -> leadership.epoch().isPresent());
        Epoch first = leadership.epoch().orElseThrow();
        AtomicInteger wakes = new AtomicInteger();
        ZkJournal journal = nodes.journal(sound);
        nodes.keep(journal.watch(Index.ZERO, wakes::incrementAndGet));
        end(sound.session());
        await().atMost(LIMIT)
                .until(() -> leadership
                        .epoch()
                        .filter(now -> now.compareTo(first) > 0)
                        .isPresent());
        assertThat(journal.append(Entries.at(1, leadership.epoch().orElseThrow())))
                .isInstanceOf(Done.class);
        await().atMost(LIMIT).until(() -> wakes.get() > 0);
    }

    /** A second client of the same session ends it for both. */
    private void end(ZooKeeper session) throws Exception {
        ZooKeeper twin = new ZooKeeper(
                sound.settings().connect(), 1500, event -> {}, session.getSessionId(), session.getSessionPasswd());
        sound.settings().access().authenticate(twin);
        await().until(() -> twin.getState() == ZooKeeper.States.CONNECTED);
        twin.close();
    }
}
