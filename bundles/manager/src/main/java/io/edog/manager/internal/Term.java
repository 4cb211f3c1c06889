package io.edog.manager.internal;

import io.edog.api.journal.Appended;
import io.edog.api.journal.ChangeSet;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Journal;
import io.edog.api.journal.Leadership;
import io.edog.api.json.EntryCodec;
import io.edog.api.state.ClusterState;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This manager's time as leader: it serves only under an epoch under which it has read the journal to its head. */
final class Term {
    private static final Logger LOG = LoggerFactory.getLogger(Term.class);

    private final Journal journal;
    private final Leadership leadership;
    private final Replica replica;
    private final OutOfService outOfService;
    private volatile Optional<Epoch> serving = Optional.empty();

    Term(Journal journal, Leadership leadership, Replica replica, OutOfService outOfService) {
        this.journal = journal;
        this.leadership = leadership;
        this.replica = replica;
        this.outOfService = outOfService;
    }

    /** The epoch it serves under; empty when it does not lead, or not yet, or no longer. */
    Optional<Epoch> serving() {
        return serving.filter(epoch -> leadership.epoch().equals(Optional.of(epoch)));
    }

    /** Whether this manager is out of service, and leads nothing whoever elects it. */
    boolean barred() {
        return outOfService.reason().isPresent();
    }

    /** Whether it was elected, though it may not serve yet. */
    boolean elected() {
        return leadership.epoch().isPresent();
    }

    /**
     * Takes up a new epoch if there is one, having read to the head.
     *
     * @return whether a new term began
     */
    boolean begin() {
        Optional<Epoch> epoch = leadership.epoch();
        if (epoch.isEmpty()) {
            return false;
        }
        int applied = replica.catchUp();
        // What was read just now may say that this version is too old.
        if (!leadership.epoch().equals(epoch) || barred()) {
            return false;
        }
        serving = epoch;
        LOG.info(
                "{} leads: epoch {}, index {}, {} entries caught up",
                leadership.node(),
                epoch.get(),
                replica.state().index(),
                applied);
        return true;
    }

    /**
     * Appends and applies a change set.
     *
     * @return whether it is durable and applied; if not, the term is over and the caller decides anew in the next
     */
    boolean commit(ChangeSet set) {
        Optional<Epoch> epoch = serving();
        if (epoch.isEmpty()) {
            end("leadership was lost");
            return false;
        }
        Entry entry = next(epoch.get(), set);
        Appended appended = journal.append(entry);
        if (appended instanceof Appended.Done) {
            replica.apply(entry);
            return true;
        }
        end(appended instanceof Appended.Deposed deposed ? deposed.why() : ((Appended.Unknown) appended).why());
        return false;
    }

    /** In the format that all members read. */
    private Entry next(Epoch epoch, ChangeSet set) {
        ClusterState state = replica.state();
        return EntryCodec.next(Replica.format(state), state.index(), state.head(), epoch, set);
    }

    /** Ends the term: nothing is served until a new epoch has been taken up. */
    void end(String why) {
        if (serving.isPresent()) {
            Epoch epoch = serving.get();
            serving = Optional.empty();
            LOG.warn("{} stops leading in epoch {}: {}", leadership.node(), epoch, why);
            leadership.renounce(epoch);
        }
    }

    /** Gives the leadership to another manager, between two steps; false if nobody could take it. */
    boolean handOver(String why) {
        Optional<Epoch> epoch = serving();
        if (epoch.isEmpty() || !leadership.handOver()) {
            return false;
        }
        serving = Optional.empty();
        LOG.info("{} hands the leadership of epoch {} over {}", leadership.node(), epoch.get(), why);
        return true;
    }

    /** Stops serving until the journal has been read again, without giving the leadership away. */
    void pause() {
        serving = Optional.empty();
    }
}
