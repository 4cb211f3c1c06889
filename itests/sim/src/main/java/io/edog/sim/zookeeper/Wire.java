package io.edog.sim.zookeeper;

/** What a session's connection runs over. */
interface Wire {
    /** Whether what the process says does not arrive. */
    boolean requestsLost();

    /** Whether what the process is told does not arrive. */
    boolean answersLost();

    /** The connection is broken; the process does not know yet. */
    void unlinked();

    /** The process learns that the connection is broken. */
    void broken();
}
