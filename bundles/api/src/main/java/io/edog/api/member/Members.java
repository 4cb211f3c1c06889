package io.edog.api.member;

import io.edog.api.journal.Subscription;
import java.util.List;

/** The managers of the cluster, kept where all of them see it. A manager belongs to it from its first word until it is removed. Thread-safe. */
public interface Members {
    /**
     * Tells the others of this manager. Repeated by the implementation after a lost connection; a later call replaces an earlier one.
     * Never blocks.
     */
    void tell(Member self);

    /** All managers as far as known here, live or not, by name. Never blocks; may be a second old. */
    List<Member> all();

    /**
     * Takes a manager off the list: an administrator deleted it.
     *
     * @throws io.edog.api.journal.JournalException if it can't be done in time
     */
    void remove(String node);

    /** Calls back, on a thread of its own, when a member came, went, or told something new. */
    Subscription onChange(Runnable changed);
}
