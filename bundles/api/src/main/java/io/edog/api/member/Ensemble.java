package io.edog.api.member;

import java.util.List;

/**
 * ZooKeeper's servers, whose majority keeps the journal. They are changed one at a time, while everything runs. Calls block, in
 * bounds. Thread-safe.
 */
public interface Ensemble {
    /** Whether these are edog's own; the servers of an external ensemble are left alone. */
    boolean managed();

    /**
     * The servers as they are configured now, by number.
     *
     * @throws EnsembleException if ZooKeeper does not answer, or they are not edog's own
     */
    List<Voter> voters();

    /**
     * Takes a server in. It must run already, told to join, and have copied everything: only then does its word count, so that no
     * majority rests on one that knows nothing. One whose disk was lost is removed first, then added.
     *
     * @throws EnsembleException if it can't be done in time; a server that is in already is no failure
     */
    void add(Voter voter);

    /**
     * Leaves a server out. Those that remain must have a majority that is up. Its process is to be stopped after it.
     *
     * @throws EnsembleException if it can't be done in time; a server that is not in is no failure
     */
    void remove(int id);
}
