package io.edog.testkit.member;

import static io.edog.testkit.member.MemberSamples.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.journal.Subscription;
import io.edog.api.member.Member;
import io.edog.api.member.Members;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every list of members does. Each test begins with an empty one. */
public interface MembersContract {
    /** Longest time until all know what happened to one: a few session time-outs. */
    Duration SOON = Duration.ofSeconds(15);

    /** The list as a node sees it, and through which it tells. Each node has one. */
    Members at(String node);

    /** A node's manager ends in order. */
    void leave(Members members);

    /** A node's connection is cut, until healed. */
    void cut(Members members);

    /** A node's connection comes back. */
    void heal(Members members);

    private static void sees(Members members, Member... expected) {
        await().atMost(SOON).untilAsserted(() -> assertThat(members.all()).containsExactly(expected));
    }

    @Test
    default void allKnowWhoToldOfItselfInTheOrderOfNames() {
        Members two = at("two");
        Members one = at("one");
        two.tell(member("two", 2));
        one.tell(member("one", 1));
        sees(one, member("one", 1).withLive(true), member("two", 2).withLive(true));
        sees(two, member("one", 1).withLive(true), member("two", 2).withLive(true));
    }

    @Test
    default void whoOnlyLooksIsNoMember() {
        Members one = at("one");
        Members two = at("two");
        one.tell(member("one", 1));
        sees(two, member("one", 1).withLive(true));
    }

    @Test
    default void aLaterWordReplacesAnEarlierOne() {
        Members one = at("one");
        Members two = at("two");
        for (long index = 1; index <= 20; index++) {
            one.tell(member("one", index));
        }
        sees(two, member("one", 20).withLive(true));
    }

    @Test
    default void whoseManagerEndedIsKnownAndNotLive() {
        Members one = at("one");
        Members two = at("two");
        one.tell(member("one", 1));
        sees(two, member("one", 1).withLive(true));
        leave(one);
        sees(two, member("one", 1).withLive(false));
    }

    @Test
    default void whoIsCutOffIsNotLiveUntilItIsBackAndTellsByItselfWhatItSaidMeanwhile() {
        Members one = at("one");
        Members two = at("two");
        one.tell(member("one", 1));
        sees(two, member("one", 1).withLive(true));
        cut(one);
        one.tell(member("one", 7));
        sees(two, member("one", 1).withLive(false));
        heal(one);
        sees(two, member("one", 7).withLive(true));
        sees(one, member("one", 7).withLive(true));
    }

    @Test
    default void whoIsRemovedIsGone() {
        Members one = at("one");
        Members two = at("two");
        one.tell(member("one", 1));
        two.tell(member("two", 2));
        sees(two, member("one", 1).withLive(true), member("two", 2).withLive(true));
        leave(one);
        two.remove("one");
        sees(two, member("two", 2).withLive(true));
        two.remove("one");
    }

    @Test
    default void changesAreTold() {
        Members one = at("one");
        Members two = at("two");
        AtomicInteger told = new AtomicInteger();
        Subscription subscription = two.onChange(told::incrementAndGet);
        one.tell(member("one", 1));
        sees(two, member("one", 1).withLive(true));
        await().atMost(SOON).until(() -> told.get() > 0);
        subscription.close();
        int after = told.get();
        one.tell(member("one", 2));
        sees(two, member("one", 2).withLive(true));
        assertThat(told).hasValue(after);
    }
}
