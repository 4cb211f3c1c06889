package io.edog.itests.history.check;

import java.util.List;

/**
 * What one client did and saw. A write may have been tried at several managers; it is one operation, under one key.
 *
 * @param client its number; a client does one thing at a time
 * @param managers those it asked, in order; the last one gave the answer
 * @param key the idempotency key; empty for a read
 * @param object what it is about: a volume's name, a VM's id
 * @param name of a write: the name that the object shall have, unique in the history; of a read: the name that was seen, empty when
 *     there was no such object
 * @param minIndex the index the client passed
 * @param invoked when it was begun, ns, by the one clock of all clients
 * @param returned when the answer was there, ns
 * @param index the index in the answer; 0 without one
 */
public record Operation(
        int client,
        List<String> managers,
        Kind kind,
        String key,
        String object,
        String name,
        long minIndex,
        long invoked,
        long returned,
        long index,
        Result result) {
    /** What was done. */
    public enum Kind {
        WRITE,
        READ
    }

    /** What the client was told. */
    public enum Result {
        /** Done. */
        OK,
        /** Not done, and never will be. */
        REFUSED,
        /** Nothing: it may or may not have been done. */
        UNKNOWN
    }

    boolean acknowledged() {
        return kind == Kind.WRITE && result == Result.OK;
    }

    boolean seen() {
        return kind == Kind.READ && result == Result.OK;
    }

    /** For people. */
    String told() {
        return "client " + client + " " + kind + " " + object + " '" + name + "' at " + managers + " key '" + key
                + "' index " + index + " (asked for " + minIndex + ") " + result;
    }
}
