package io.edog.cluster.internal;

import io.edog.api.journal.Epoch;
import java.util.Optional;
import org.apache.zookeeper.ZooKeeper;

/**
 * The term this node holds now. Any thread may take it away at once; it is given by one thread only, and only if nothing was
 * taken away since that thread began to ask ZooKeeper for it.
 */
final class Tenure {
    private Optional<Term> held = Optional.empty();
    private Optional<Term> last = Optional.empty();
    private long losses;

    synchronized Optional<Epoch> epoch(ZooKeeper newest) {
        return held.filter(term -> term.sound(newest)).map(Term::epoch);
    }

    /** The term that was held last and may be held again, if ZooKeeper confirms it. */
    synchronized Optional<Term> last() {
        return last;
    }

    synchronized long losses() {
        return losses;
    }

    /** Gives a term, unless something was taken away since {@code losses} was read. */
    synchronized boolean give(Term term, long losses) {
        if (this.losses != losses) {
            return false;
        }
        held = Optional.of(term);
        last = held;
        return true;
    }

    /** Takes the term away until it is confirmed. */
    synchronized Optional<Epoch> suspend() {
        Optional<Epoch> before = held.map(Term::epoch);
        held = Optional.empty();
        losses++;
        return before;
    }

    /** Takes the term away for good. */
    synchronized Optional<Epoch> end() {
        last = Optional.empty();
        return suspend();
    }

    /** Takes the term away for good if it is of this epoch. */
    synchronized boolean renounce(Epoch epoch) {
        boolean mine = last.filter(term -> term.epoch().equals(epoch)).isPresent();
        if (mine) {
            end();
        }
        return mine;
    }
}
