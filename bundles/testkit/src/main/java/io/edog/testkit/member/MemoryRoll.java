package io.edog.testkit.member;

import io.edog.api.member.Member;
import io.edog.testkit.journal.Signal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The list of managers that all nodes of a simulated cluster share. Thread-safe; never fails. */
public final class MemoryRoll {
    private final Map<String, Member> told = new TreeMap<>();
    private final Set<String> live = new TreeSet<>();
    private final Set<Signal> listeners = ConcurrentHashMap.newKeySet();

    void put(Member member) {
        synchronized (this) {
            told.put(member.node(), member);
            live.add(member.node());
        }
        changed();
    }

    void gone(String node) {
        synchronized (this) {
            live.remove(node);
        }
        changed();
    }

    void remove(String node) {
        synchronized (this) {
            told.remove(node);
        }
        changed();
    }

    synchronized List<Member> all() {
        return told.values().stream()
                .map(member -> member.withLive(live.contains(member.node())))
                .toList();
    }

    Set<Signal> listeners() {
        return listeners;
    }

    private void changed() {
        listeners.forEach(Signal::fire);
    }
}
