package io.edog.itests.history.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.itests.history.check.Operation.Result;
import io.edog.itests.history.check.Violation.Rule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A correct history passes, and each thing that can be wrong with one is found. */
class CheckerTest {
    private static Story good() {
        return new Story()
                .entry("vm", "one", "key-one")
                .entry("vm", "two", "key-two")
                .entry("id-9", "volume-9", "key-volume-9")
                .wrote(1, "vm", "one", 1, Result.OK)
                .read(2, "vm", "one", 0, 1)
                .wrote(1, "vm", "two", 2, Result.OK)
                .read(1, "vm", "two", 2, 3)
                .wrote(2, "volume-9", "volume-9", 3, Result.OK)
                .read(1, "volume-9", "volume-9", 3, 3)
                .read(2, "volume-8", "", 3, 3);
    }

    @Test
    void aCorrectHistoryPasses() {
        Story story = good();
        assertThat(story.manager(story.end("b", "s")).broken()).isEmpty();
    }

    @Test
    void anUnknownWriteMayOrMayNotBeThere() {
        assertThat(good().wrote(3, "vm", "three", 0, Result.UNKNOWN).broken()).isEmpty();
        assertThat(good().entry("vm", "three", "key-three")
                        .wrote(3, "vm", "three", 0, Result.UNKNOWN)
                        .broken())
                .isEmpty();
    }

    @Test
    void anAnswerThatComesAfterALaterEntryIsNoError() {
        assertThat(good().entry("vm", "three", "key-three")
                        .entry("vm", "four", "key-four")
                        .wrote(3, "vm", "three", 5, Result.OK)
                        .broken())
                .isEmpty();
    }

    @Test
    void anAcknowledgedWriteThatIsNowhere() {
        assertThat(good().wrote(3, "vm", "three", 3, Result.OK).broken()).contains(Rule.LOST_WRITE);
    }

    @Test
    void anAcknowledgedWriteWithoutAnOutcomeInZooKeeper() {
        assertThat(good().entry("vm", "three", "another key")
                        .wrote(3, "vm", "three", 4, Result.OK)
                        .broken())
                .containsExactly(Rule.LOST_WRITE);
    }

    @Test
    void aNameGivenTwice() {
        assertThat(good().entry("vm", "one", "key-again").broken()).containsExactly(Rule.DOUBLED_WRITE);
    }

    @Test
    void aCreationDoneTwice() {
        assertThat(good().entry("id-10", "volume-9", "key-again")
                        .wrote(3, "volume-9", "volume-9", 0, Result.UNKNOWN)
                        .broken())
                .contains(Rule.DOUBLED_WRITE);
    }

    @Test
    void aKeyWithTwoOutcomes() {
        assertThat(good().entry("vm", "two", "key-two").broken()).containsExactly(Rule.DOUBLED_WRITE);
    }

    @Test
    void aRefusedWriteThatWasDone() {
        assertThat(good().entry("vm", "three", "key-three")
                        .wrote(3, "vm", "three", 4, Result.REFUSED)
                        .broken())
                .containsExactly(Rule.REFUSED_YET_DONE);
    }

    @Test
    void anAcknowledgementAtAnIndexBeforeItsEntry() {
        assertThat(good().entry("vm", "three", "key-three")
                        .wrote(3, "vm", "three", 2, Result.OK)
                        .broken())
                .containsExactly(Rule.WRONG_INDEX);
    }

    @Test
    void anAcknowledgementAtAnIndexThatThereIsNot() {
        assertThat(good().entry("vm", "three", "key-three")
                        .wrote(3, "vm", "three", 7, Result.OK)
                        .broken())
                .containsExactly(Rule.WRONG_INDEX);
    }

    @Test
    void aWriteBeforeOneThatWasAcknowledgedWhenItBegan() {
        Story story = new Story()
                .entry("vm", "late", "key-late")
                .entry("vm", "early", "key-early")
                .wrote(1, "vm", "early", 2, Result.OK)
                .wrote(2, "vm", "late", 2, Result.OK);
        assertThat(story.broken()).containsExactly(Rule.WRONG_ORDER);
        assertThat(story.begunLongAgo().broken())
                .as("at the same time as the other")
                .isEmpty();
    }

    @Test
    void aReadBehindTheIndexThatWasAskedFor() {
        assertThat(good().read(3, "vm", "one", 2, 1).broken()).containsExactly(Rule.BACKWARDS_READ);
    }

    @Test
    void aReadBehindOnesOwnEarlierRead() {
        assertThat(good().read(2, "vm", "one", 0, 1).broken()).containsExactly(Rule.BACKWARDS_READ);
    }

    @Test
    void aReadBehindOnesOwnWrite() {
        assertThat(good().entry("vm", "three", "key-three")
                        .wrote(3, "vm", "three", 4, Result.OK)
                        .read(3, "vm", "two", 0, 3)
                        .broken())
                .containsExactly(Rule.BACKWARDS_READ);
    }

    @Test
    void aReadThatShowsAnotherName() {
        assertThat(good().read(3, "vm", "one", 0, 3).broken()).containsExactly(Rule.WRONG_READ);
        assertThat(good().read(3, "volume-9", "", 0, 3).broken()).containsExactly(Rule.WRONG_READ);
    }

    @Test
    void aReadAtAnIndexThatThereIsNot() {
        assertThat(good().read(3, "vm", "two", 0, 9).broken()).containsExactly(Rule.WRONG_INDEX);
    }

    @Test
    void aManagerWithAnotherState() {
        Story story = good();
        assertThat(story.manager(story.end("b", "another")).broken()).containsExactly(Rule.DIFFERENT_STATE);
    }

    @Test
    void aManagerWhoseObjectsAreNotThoseOfTheJournal() {
        Story story = good();
        ManagerEnd end = new ManagerEnd("b", 3, "s", Map.of("vm", "one", "id-9", "volume-9"), story.journal());
        assertThat(story.manager(end).broken()).containsExactly(Rule.DIFFERENT_STATE);
        assertThat(good().manager(new ManagerEnd("b", 3, "s", Map.of("vm", "two"), story.journal()))
                        .broken())
                .containsExactly(Rule.DIFFERENT_STATE);
    }

    @Test
    void aManagerThatStayedBehind() {
        Story story = good();
        ManagerEnd end =
                new ManagerEnd("b", 2, "s", Map.of("vm", "two"), story.journal().subList(0, 2));
        assertThat(story.manager(end).broken()).containsExactly(Rule.DIFFERENT_STATE);
    }

    @Test
    void aManagerWithAnotherEntry() {
        Story story = good();
        List<JournalEntry> journal = List.of(
                story.journal().get(0),
                new JournalEntry(2, 1, "another", List.of()),
                story.journal().get(2));
        assertThat(story.manager(new ManagerEnd("b", 3, "s", story.names(), journal))
                        .broken())
                .containsExactly(Rule.DIFFERENT_JOURNAL);
    }

    @Test
    void aManagerWithAGap() {
        Story story = good();
        List<JournalEntry> journal =
                List.of(story.journal().get(0), story.journal().get(2));
        assertThat(story.manager(new ManagerEnd("b", 3, "s", story.names(), journal))
                        .broken())
                .containsExactly(Rule.DIFFERENT_JOURNAL);
    }

    @Test
    void anEntryThatDoesNotMatchItsHash() {
        ChainLink link = new ChainLink(2, Story.hash(1), Story.hash(2), "computed", List.of("key-two"));
        assertThat(good().link(1, link).broken()).containsExactly(Rule.BROKEN_CHAIN);
    }

    @Test
    void anEntryThatDoesNotFollowTheOneBeforeIt() {
        ChainLink link = new ChainLink(2, "another", Story.hash(2), Story.hash(2), List.of("key-two"));
        assertThat(good().link(1, link).broken()).containsExactly(Rule.BROKEN_CHAIN);
    }

    @Test
    void anotherEntryInZooKeeperThanWithTheManagers() {
        ChainLink link = new ChainLink(3, Story.hash(2), "another", "another", List.of("key-volume-9"));
        assertThat(good().link(2, link).broken()).containsExactly(Rule.DIFFERENT_JOURNAL);
    }

    @Test
    void aJournalOfWhichTheBeginningIsTrimmed() {
        assertThat(trimmed().broken()).isEmpty();
    }

    @Test
    void aGapAfterATrimmedBeginning() {
        assertThat(trimmed().unlink(1).broken()).contains(Rule.BROKEN_CHAIN);
    }

    @Test
    void aJournalThatDoesNotBeginWithNothing() {
        ChainLink link = new ChainLink(1, "another", Story.hash(1), Story.hash(1), List.of("key-one"));
        assertThat(good().link(0, link).broken()).containsExactly(Rule.BROKEN_CHAIN);
    }

    private static Story trimmed() {
        return new Story()
                .entry("vm", "long ago", "key-long-ago")
                .entry("vm", "one", "key-one")
                .entry("vm", "two", "key-two")
                .entry("vm", "three", "key-three")
                .unlink(0)
                .wrote(1, "vm", "one", 2, Result.OK)
                .wrote(1, "vm", "two", 3, Result.OK)
                .read(2, "vm", "three", 0, 4);
    }
}
