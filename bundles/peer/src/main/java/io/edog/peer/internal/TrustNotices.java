package io.edog.peer.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Says of each of the others when it is not trusted, and why, and when that is over; not with each of its requests. Thread-safe. */
final class TrustNotices {
    /** Strangers come from wherever they like. */
    private static final int MOST = 64;

    private final Consumer<String> refusals;
    private final Consumer<String> ends;
    private final Map<String, String> refused = new LinkedHashMap<>();

    TrustNotices(Consumer<String> refusals, Consumer<String> ends) {
        this.refusals = refusals;
        this.ends = ends;
    }

    synchronized void refused(String who, String why) {
        if (!why.equals(refused.put(who, why))) {
            refusals.accept(who + ": " + why);
        }
        if (refused.size() > MOST) {
            refused.remove(refused.keySet().iterator().next());
        }
    }

    synchronized void trusted(String who) {
        if (refused.remove(who) != null) {
            ends.accept(who + " is trusted");
        }
    }
}
