package io.edog.sim.zookeeper;

import java.util.ArrayList;
import java.util.List;

/** One server of the ensemble: it applies what was agreed on, in order and sooner or later. */
final class Server {
    private final String name;
    private final List<Long> appliedAt = new ArrayList<>();
    private int cursor;
    private long last;
    private long lagsUntil;

    Server(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Nothing is applied before a time. */
    void lagUntil(long time) {
        lagsUntil = Math.max(lagsUntil, time);
    }

    /** Catches up with everything at once. */
    void heal(long now) {
        lagsUntil = 0;
        last = now;
        appliedAt.replaceAll(at -> Math.min(at, now));
    }

    /**
     * A transaction comes.
     *
     * @return when it is applied
     */
    long learn(long at) {
        last = Math.max(Math.max(last, at), lagsUntil);
        appliedAt.add(last);
        return last;
    }

    /** When a transaction is applied here. */
    long appliedAt(long zxid) {
        return zxid == 0 ? 0 : appliedAt.get((int) zxid - 1);
    }

    /** The newest transaction applied by now. */
    long applied(long now) {
        while (cursor < appliedAt.size() && appliedAt.get(cursor) <= now) {
            cursor++;
        }
        return cursor;
    }
}
