package io.edog.itests.history.check;

/** A rule that was broken, and by what. */
public record Violation(Rule rule, String detail) {
    /** What holds of every correct history. */
    public enum Rule {
        /** What was acknowledged is in the journal. */
        LOST_WRITE,
        /** Nothing is applied twice, under one key or by one name. */
        DOUBLED_WRITE,
        /** What was refused was not done. */
        REFUSED_YET_DONE,
        /** An answer's index is one of the journal's, and not before what it acknowledges. */
        WRONG_INDEX,
        /** What was begun after another's acknowledgement comes after it in the journal. */
        WRONG_ORDER,
        /** A client that passes its index never sees an earlier one, and sees its own writes. */
        BACKWARDS_READ,
        /** A read shows what the journal says at its index. */
        WRONG_READ,
        /** All managers hold the same journal, without a gap. */
        DIFFERENT_JOURNAL,
        /** All managers have the same state. */
        DIFFERENT_STATE,
        /** Each entry names its predecessor's hash and has its own. */
        BROKEN_CHAIN
    }

    @Override
    public String toString() {
        return rule + ": " + detail;
    }
}
