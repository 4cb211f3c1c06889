package io.edog.sim.kernel;

/** What may go wrong. */
public enum Fault {
    /** The connection breaks and the request with it. */
    REQUEST_LOST("request lost"),
    /** The request is done; the connection breaks before its answer comes. */
    ANSWER_LOST("answer lost"),
    /** The connection breaks; the request is done some time later. */
    REQUEST_LATE("request done late"),
    /** A connection breaks, between requests. */
    DISCONNECT("connection broken"),
    /** A machine is cut off from ZooKeeper for a while. */
    CUT("cut off"),
    /** A ZooKeeper server lags behind. */
    STALE("server lags"),
    /** A process dies. */
    KILL("killed"),
    /** A process stands still, then goes on as if nothing had been. */
    PAUSE("paused"),
    /** A process is away for long. */
    AWAY("away"),
    /** Another node is elected. */
    ELECTION("election"),
    /** A leader is asked to hand over. */
    HAND_OVER("hand-over"),
    /** A clock is set. */
    CLOCK("clock set"),
    /** The database refuses an entry, or applies it and does not say so. */
    STORE("database fails"),
    /** A message between processes is lost. */
    MESSAGE_LOST("message lost"),
    /** A message between processes comes late. */
    MESSAGE_LATE("message late"),
    /** A message between processes comes twice. */
    MESSAGE_TWICE("message twice");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
