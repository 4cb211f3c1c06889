package io.edog.api.journal;

/** How an append went. The third is a type so that nobody forgets it. */
public sealed interface Appended {

    /** A quorum has it: this is the commit point. */
    record Done(Index index) implements Appended {}

    /**
     * Another leader writes now; nothing of this append was or will be written.
     *
     * @param why what was seen, for the log
     */
    record Deposed(String why) implements Appended {}

    /**
     * It may or may not be written. Never an answer to a caller: read the journal under a new epoch and see.
     *
     * @param why what was seen, for the log
     */
    record Unknown(String why) implements Appended {}
}
