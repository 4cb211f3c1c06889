package io.edog.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Leadership;
import io.edog.api.journal.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every leadership does. Each test begins with nobody standing. */
public interface LeadershipContract {
    /** Longest time to a leader after any change: a few session time-outs. */
    Duration SOON = Duration.ofSeconds(15);

    /** A node begins to stand. */
    Leadership join(String node);

    /** A node leaves in order. */
    void leave(Leadership leadership);

    /** A node's connection is cut, until healed. */
    void cut(Leadership leadership);

    /** A node's connection comes back. */
    void heal(Leadership leadership);

    private static Epoch leads(Leadership leadership) {
        await().atMost(SOON).until(() -> leadership.epoch().isPresent());
        return leadership.epoch().orElseThrow();
    }

    @Test
    default void aNodeAloneLeads() {
        Leadership one = join("one");
        assertThat(one.node()).isEqualTo("one");
        assertThat(leads(one)).isGreaterThan(Epoch.ZERO);
        await().untilAsserted(() -> {
            assertThat(one.leader()).contains("one");
            assertThat(one.members()).containsExactly("one");
            assertThat(one.trouble()).isEmpty();
        });
    }

    @Test
    default void ofTwoNodesOneLeadsAndBothKnowWho() {
        Leadership one = join("one");
        leads(one);
        Leadership two = join("two");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(two.leader()).contains("one");
            assertThat(two.members()).containsExactly("one", "two");
            assertThat(one.members()).containsExactly("one", "two");
        });
        assertThat(two.epoch()).isEmpty();
        assertThat(two.trouble()).isEmpty();
    }

    @Test
    default void whenTheLeaderLeavesTheNextLeadsInAHigherEpoch() {
        Leadership one = join("one");
        Epoch first = leads(one);
        Leadership two = join("two");
        await().atMost(SOON).until(() -> two.leader().isPresent());
        leave(one);
        assertThat(leads(two)).isGreaterThan(first);
        assertThat(one.epoch()).isEmpty();
        await().untilAsserted(() -> assertThat(two.leader()).contains("two"));
    }

    @Test
    default void whoRenouncesStandsAgainAndANewEpochFollows() {
        Leadership one = join("one");
        Epoch first = leads(one);
        one.renounce(first);
        assertThat(one.epoch()).isNotEqualTo(Optional.of(first));
        Epoch second = leads(one);
        assertThat(second).isGreaterThan(first);
        one.renounce(first);
        assertThat(one.epoch()).contains(second);
    }

    @Test
    default void whoRenouncesLetsAnotherLead() {
        Leadership one = join("one");
        Epoch first = leads(one);
        Leadership two = join("two");
        await().atMost(SOON).until(() -> two.leader().isPresent());
        one.renounce(first);
        assertThat(leads(two)).isGreaterThan(first);
        await().atMost(SOON)
                .until(() ->
                        one.leader().equals(Optional.of("two")) && one.members().size() == 2);
    }

    @Test
    default void whoIsNotWillingLetsAnotherLeadAndLeadsNotEvenAlone() {
        Leadership one = join("one");
        Epoch first = leads(one);
        Leadership two = join("two");
        await().atMost(SOON).until(() -> two.leader().isPresent());
        one.willing(false);
        assertThat(one.epoch()).isEmpty();
        assertThat(leads(two)).isGreaterThan(first);
        await().atMost(SOON).until(() -> two.members().equals(List.of("two")));
        two.willing(false);
        await().atMost(SOON).until(() -> one.leader().isEmpty() && one.members().isEmpty());
        assertThat(one.epoch()).isEmpty();
        one.willing(false);
        one.willing(true);
        assertThat(leads(one)).isGreaterThan(first);
    }

    @Test
    default void whoHandsOverIsFollowedByAnotherAndStandsBehindIt() {
        Leadership one = join("one");
        Epoch first = leads(one);
        Leadership two = join("two");
        await().atMost(SOON).untilAsserted(() -> assertThat(one.members()).containsExactly("one", "two"));
        assertThat(one.handOver()).isTrue();
        assertThat(one.epoch()).isEmpty();
        assertThat(leads(two)).isGreaterThan(first);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(one.leader()).contains("two");
            assertThat(two.members()).containsExactly("one", "two");
        });
        assertThat(one.epoch()).isEmpty();
    }

    @Test
    default void whoIsAloneOrDoesNotLeadHasNothingToHandOver() {
        Leadership one = join("one");
        Epoch first = leads(one);
        assertThat(one.handOver()).isFalse();
        assertThat(one.epoch()).contains(first);
        Leadership two = join("two");
        await().atMost(SOON).until(() -> two.leader().isPresent());
        assertThat(two.handOver()).isFalse();
        assertThat(one.epoch()).contains(first);
    }

    @Test
    default void whoIsCutOffLeadsNoMoreAndSaysWhy() {
        Leadership one = join("one");
        Epoch first = leads(one);
        Leadership two = join("two");
        await().atMost(SOON).until(() -> two.leader().isPresent());
        cut(one);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(one.epoch()).isEmpty();
            assertThat(one.trouble()).isPresent();
        });
        assertThat(leads(two)).isGreaterThan(first);
        heal(one);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(one.leader()).contains("two");
            assertThat(one.trouble()).isEmpty();
            assertThat(two.members()).containsExactly("one", "two");
        });
        assertThat(one.epoch()).isEmpty();
    }

    @Test
    default void aNodeAloneThatWasCutOffLeadsAgain() {
        Leadership one = join("one");
        Epoch first = leads(one);
        cut(one);
        await().atMost(SOON).until(() -> one.epoch().isEmpty());
        heal(one);
        assertThat(leads(one)).isGreaterThanOrEqualTo(first);
    }

    @Test
    default void changesAreTold() {
        Leadership one = join("one");
        AtomicInteger told = new AtomicInteger();
        Subscription subscription = one.onChange(told::incrementAndGet);
        Epoch first = leads(one);
        int before = told.get();
        one.renounce(first);
        leads(one);
        await().untilAsserted(() -> assertThat(told).hasValueGreaterThan(before));
        subscription.close();
        int after = told.get();
        one.renounce(one.epoch().orElseThrow());
        leads(one);
        assertThat(told).hasValue(after);
    }
}
