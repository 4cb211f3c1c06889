package io.edog.sim.zookeeper;

import java.util.List;
import java.util.function.Consumer;
import org.apache.zookeeper.Op;

/** A request on its way: a read of one node, or, with operations, a write. */
final class Request {
    private final String path;
    private final List<Op> ops;
    private final Consumer<Reply> reader;
    private final long sentAt;
    private boolean answered;
    private boolean executed;
    private boolean dropped;

    Request(String path, List<Op> ops, long sentAt, Consumer<Reply> reader) {
        this.path = path;
        this.ops = ops;
        this.sentAt = sentAt;
        this.reader = reader;
    }

    String path() {
        return path;
    }

    List<Op> ops() {
        return ops;
    }

    boolean write() {
        return !ops.isEmpty();
    }

    long sentAt() {
        return sentAt;
    }

    boolean open() {
        return !answered;
    }

    boolean executed() {
        return executed;
    }

    boolean dropped() {
        return dropped;
    }

    /** It never arrives. */
    void drop() {
        dropped = true;
    }

    void execute() {
        executed = true;
    }

    /** The first answer counts. */
    void answer(Reply reply) {
        if (!answered) {
            answered = true;
            reader.accept(reply);
        }
    }

    @Override
    public String toString() {
        return (write() ? "write " : "read ") + path;
    }
}
