package io.edog.testkit.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.BusException;
import io.edog.api.bus.HostBus;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every bus does. Each test begins with an empty one. */
public interface BusContract {
    /** How long nothing must happen for it to count as silence. */
    Duration QUIET = Duration.ofMillis(300);

    /** The managers' end. */
    ManagerBus manager();

    /** The hosts' end. */
    HostBus host();

    /** What a new leader does: takes the next epoch. */
    Epoch newEpoch();

    @Test
    default void assignmentsReachTheirHostAndNoOther() {
        Epoch epoch = newEpoch();
        List<Assignments> mine = new CopyOnWriteArrayList<>();
        List<Assignments> others = new CopyOnWriteArrayList<>();
        try (Subscription a = host().assignments("a", mine::add);
                Subscription b = host().assignments("b", others::add)) {
            for (int index = 1; index <= 5; index++) {
                Assignments next = BusSamples.assignments("a", epoch, index, index);
                assertThat(manager().publish(next)).isTrue();
                await().untilAsserted(() -> assertThat(mine).last().isEqualTo(next));
            }
            await().during(QUIET).until(others::isEmpty);
        }
    }

    @Test
    default void whoComesLaterGetsTheNewestAtOnce() {
        Epoch epoch = newEpoch();
        manager().publish(BusSamples.assignments("a", epoch, 1, 1));
        Assignments newest = BusSamples.assignments("a", epoch, 2, 2);
        manager().publish(newest);
        AtomicReference<Assignments> seen = new AtomicReference<>();
        try (Subscription a = host().assignments("a", seen::set)) {
            await().untilAsserted(() -> assertThat(seen).hasValue(newest));
        }
    }

    @Test
    default void anEpochThatIsOverPublishesNothing() {
        Epoch old = newEpoch();
        Assignments before = BusSamples.assignments("a", old, 1, 1);
        assertThat(manager().publish(before)).isTrue();
        Epoch now = newEpoch();
        assertThat(manager().publish(BusSamples.assignments("a", old, 2, 2))).isFalse();
        assertThat(manager().publish(BusSamples.assignments("b", old, 2, 2))).isFalse();
        assertThat(manager().publish(BusSamples.assignments("a", Epoch.ZERO, 2, 2)))
                .isFalse();
        List<Assignments> seen = new CopyOnWriteArrayList<>();
        try (Subscription a = host().assignments("a", seen::add)) {
            await().during(QUIET).untilAsserted(() -> assertThat(seen).allMatch(before::equals));
            Assignments after = BusSamples.assignments("a", now, 2, 2);
            assertThat(manager().publish(after)).isTrue();
            await().untilAsserted(() -> assertThat(seen).last().isEqualTo(after));
        }
    }

    @Test
    default void theSameAssignmentsMayBePublishedAgain() {
        Epoch epoch = newEpoch();
        Assignments same = BusSamples.assignments("a", epoch, 1, 1);
        assertThat(manager().publish(same)).isTrue();
        assertThat(manager().publish(same)).isTrue();
        List<Assignments> seen = new CopyOnWriteArrayList<>();
        try (Subscription a = host().assignments("a", seen::add)) {
            await().untilAsserted(() -> assertThat(seen).last().isEqualTo(same));
        }
    }

    @Test
    default void reportsOfAllHostsReachTheManager() {
        host().report(BusSamples.report("a", 1, 1));
        Map<String, HostReport> seen = new ConcurrentHashMap<>();
        try (Subscription reports = manager().reports(report -> seen.put(report.host(), report))) {
            await().until(() -> seen.containsKey("a"));
            for (int sequence = 2; sequence <= 10; sequence++) {
                host().report(BusSamples.report("a", sequence, sequence));
                host().report(BusSamples.report("b", sequence, sequence));
            }
            await().untilAsserted(() -> assertThat(seen)
                    .containsEntry("a", BusSamples.report("a", 10, 10))
                    .containsEntry("b", BusSamples.report("b", 10, 10)));
        }
    }

    @Test
    default void aForgottenHostIsSilentUntilItReportsAgain() {
        Epoch old = newEpoch();
        assertThat(manager().publish(BusSamples.assignments("a", old, 1, 1))).isTrue();
        host().report(BusSamples.report("a", 1, 1));
        host().report(BusSamples.report("b", 1, 1));
        Epoch now = newEpoch();
        assertThat(manager().forget("a", old)).isFalse();
        assertThat(manager().forget("a", now)).isTrue();
        assertThat(manager().forget("a", now)).isTrue();
        assertThat(manager().forget("a", old)).isFalse();
        List<Assignments> told = new CopyOnWriteArrayList<>();
        Map<String, HostReport> seen = new ConcurrentHashMap<>();
        try (Subscription assignments = host().assignments("a", told::add);
                Subscription reports = manager().reports(report -> seen.put(report.host(), report))) {
            await().until(() -> seen.containsKey("b"));
            await().during(QUIET).until(() -> told.isEmpty() && !seen.containsKey("a"));
            host().report(BusSamples.report("a", 2, 1));
            Assignments again = BusSamples.assignments("a", now, 2, 2);
            assertThat(manager().publish(again)).isTrue();
            await().untilAsserted(() -> assertThat(seen).containsEntry("a", BusSamples.report("a", 2, 1)));
            await().untilAsserted(() -> assertThat(told).containsExactly(again));
        }
    }

    @Test
    default void aSlowManagerSeesTheNewestReportInTheEnd() {
        List<HostReport> seen = new CopyOnWriteArrayList<>();
        try (Subscription reports = manager().reports(report -> {
            seen.add(report);
            host().report(BusSamples.report("other", report.sequence(), 0));
        })) {
            for (int sequence = 1; sequence <= 50; sequence++) {
                host().report(BusSamples.report("a", sequence, 1));
            }
            await().untilAsserted(() -> assertThat(seen).contains(BusSamples.report("a", 50, 1)));
        }
    }

    @Test
    default void aReportMayBeLargeButNotTooLarge() {
        Map<Long, HostReport> seen = new ConcurrentHashMap<>();
        try (Subscription reports = manager().reports(report -> seen.put(report.sequence(), report))) {
            HostReport many = BusSamples.report("a", 1, 5000);
            host().report(many);
            await().untilAsserted(() -> assertThat(seen).containsEntry(1L, many));
        }
        assertThatThrownBy(() -> host().report(BusSamples.noise("a", 2, 2_000_000)))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("bytes");
    }

    @Test
    default void aClosedSubscriptionIsSilent() {
        Epoch epoch = newEpoch();
        List<Object> seen = new CopyOnWriteArrayList<>();
        Subscription a = host().assignments("a", seen::add);
        Subscription reports = manager().reports(seen::add);
        a.close();
        reports.close();
        a.close();
        manager().publish(BusSamples.assignments("a", epoch, 1, 1));
        host().report(BusSamples.report("a", 1, 1));
        await().during(QUIET).until(seen::isEmpty);
    }
}
