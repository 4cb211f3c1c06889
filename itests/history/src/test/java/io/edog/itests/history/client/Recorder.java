package io.edog.itests.history.client;

import io.edog.itests.history.check.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Takes down what all clients do and see. Thread-safe. */
public final class Recorder {
    private final ConcurrentLinkedQueue<Operation> operations = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> oddities = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> away = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private volatile long lastAcknowledgement = System.nanoTime();
    private final AtomicLong longestPause = new AtomicLong();

    void add(Operation operation) {
        operations.add(operation);
        if (operation.managers().size() > 1) {
            retried.incrementAndGet();
        }
        if (operation.kind() == Operation.Kind.WRITE && operation.result() == Operation.Result.OK) {
            acknowledged.incrementAndGet();
            pause(operation.returned());
        }
    }

    private synchronized void pause(long returned) {
        longestPause.accumulateAndGet(returned - lastAcknowledgement, Math::max);
        lastAcknowledgement = Math.max(lastAcknowledgement, returned);
    }

    /** A manager did not serve, in this way: another one is asked. */
    void away(String how) {
        away.merge(how, 1, Integer::sum);
    }

    /** An answer that no correct cluster gives. */
    void odd(String what) {
        oddities.add(what);
    }

    /** Everything so far. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** Answers that no correct cluster gives. */
    public List<String> oddities() {
        return List.copyOf(oddities);
    }

    /** How often managers did not serve, by how that was seen. */
    public Map<String, Integer> away() {
        return Map.copyOf(away);
    }

    /** How many writes were acknowledged so far. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** How many operations needed more than one try. */
    public long retried() {
        return retried.get();
    }

    /** Forgets the longest pause so far, and returns it, in ns: the time between two acknowledgements of whatever clients. */
    public synchronized long longestPause() {
        return longestPause.getAndSet(0);
    }
}
