package io.edog.testkit.bus;

import io.edog.api.journal.Subscription;
import io.edog.testkit.journal.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The newest thing said by or to each host, and who follows it. Thread-safe. */
final class Board<T> {
    private record Note<T>(long number, T content) {}

    private final Executor executor;
    private final Map<String, Note<T>> notes = new HashMap<>();
    private final Set<Signal> followers = ConcurrentHashMap.newKeySet();
    private long number;
    private boolean telling = true;

    Board(Executor executor) {
        this.executor = executor;
    }

    boolean putIf(BooleanSupplier guard, String host, T content) {
        synchronized (this) {
            if (!guard.getAsBoolean()) {
                return false;
            }
            number++;
            notes.put(host, new Note<>(number, content));
        }
        followers.forEach(Signal::fire);
        return true;
    }

    synchronized boolean removeIf(BooleanSupplier guard, String host) {
        if (!guard.getAsBoolean()) {
            return false;
        }
        notes.remove(host);
        return true;
    }

    void tell(boolean now) {
        synchronized (this) {
            telling = now;
        }
        followers.forEach(Signal::fire);
    }

    Subscription follow(Predicate<String> hosts, Consumer<T> reader) {
        Map<String, Long> seen = new ConcurrentHashMap<>();
        Signal signal = new Signal(executor, () -> news(hosts, seen).forEach(reader));
        followers.add(signal);
        signal.fire();
        return () -> {
            followers.remove(signal);
            signal.close();
        };
    }

    private synchronized List<T> news(Predicate<String> hosts, Map<String, Long> seen) {
        if (!telling) {
            return List.of();
        }
        List<Map.Entry<String, Note<T>>> fresh = notes.entrySet().stream()
                .filter(note -> hosts.test(note.getKey()))
                .filter(note ->
                        seen.getOrDefault(note.getKey(), 0L) < note.getValue().number())
                .toList();
        fresh.forEach(note -> seen.put(note.getKey(), note.getValue().number()));
        return fresh.stream().map(note -> note.getValue().content()).toList();
    }
}
