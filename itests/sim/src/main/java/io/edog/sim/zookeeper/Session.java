package io.edog.sim.zookeeper;

import io.edog.sim.kernel.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;

/**
 * One session as its client has it: requests go out and are answered in order, over a connection that may break at any moment. What
 * was sent before it broke may be done later, or never.
 */
final class Session {
    private static final long MILLI = 1_000_000;
    private static final long SILENCE = 1_000 * MILLI;
    private static final double HALF = 0.5;
    private static final double WRITE_FAULT = 0.045;
    private static final double READ_FAULT = 0.002;

    private final Ensemble ensemble;
    private final Party process;
    private final Wire wire;
    private final long id;
    private final long requestTimeout;
    private final Deque<Request> pending = new ArrayDeque<>();
    private Server server;
    private boolean connected = true;
    /** What its client believes. */
    private boolean believed = true;
    /** The servers have ended it; its client may not know yet. */
    private boolean expired;
    /** Its client knows that it is over. */
    private boolean closed;

    private int generation;
    private long seen;
    private long arrives;
    private long done;
    private long answers;

    Session(Ensemble ensemble, Party process, Wire wire, long requestTimeout) {
        this.ensemble = ensemble;
        this.process = process;
        this.wire = wire;
        this.requestTimeout = requestTimeout;
        this.id = ensemble.nextSession();
        this.server = ensemble.anyServer();
    }

    long id() {
        return id;
    }

    boolean connected() {
        return believed && !closed;
    }

    boolean closed() {
        return closed;
    }

    boolean expired() {
        return expired;
    }

    /** Whether a server has it connected, whatever its client believes. */
    boolean linked() {
        return connected;
    }

    int generation() {
        return generation;
    }

    Server server() {
        return server;
    }

    /** What a node is to this client now, without a request: for what follows a node by itself. */
    Tree.Version look(String path) {
        return ensemble.tree().at(path, view());
    }

    List<String> below(String path) {
        return ensemble.tree().below(path, view());
    }

    private long view() {
        seen = Math.max(seen, server.applied(ensemble.scheduler().now()));
        return seen;
    }

    void send(String path, List<Op> ops, Consumer<Reply> reader) {
        long now = ensemble.scheduler().now();
        Request request = new Request(path, ops, now, reader);
        if (!connected || closed) {
            answer(request, Reply.failed(closed ? Code.SESSIONEXPIRED : Code.CONNECTIONLOSS), now + ensemble.hop());
            return;
        }
        pending.add(request);
        double chance = request.write() ? WRITE_FAULT : READ_FAULT;
        if (ensemble.faults().strikes(Fault.REQUEST_LOST, chance, process.name(), request)) {
            request.drop();
            breakSoon();
        } else if (request.write()
                && ensemble.faults().strikes(Fault.REQUEST_LATE, WRITE_FAULT, process.name(), request)) {
            executeLate(request);
            breakSoon();
        } else {
            arrives = Math.max(arrives, now + ensemble.hop());
            arrive(request, arrives, server, generation);
        }
    }

    private void arrive(Request request, long at, Server there, int sentIn) {
        ensemble.scheduler().at(at, () -> {
            if (wire.requestsLost()) {
                breakUnanswered();
            } else if (!request.dropped()) {
                execute(request, there, sentIn);
            }
        });
    }

    private void executeLate(Request request) {
        Server there = server;
        int sentIn = generation;
        long late = ensemble.dice().skewed(MILLI, 4_000 * MILLI);
        ensemble.scheduler().after(late, () -> execute(request, there, sentIn));
    }

    private void breakSoon() {
        breakIn(ensemble.hop());
    }

    /** What is not answered is noticed some time later. */
    private void breakUnanswered() {
        breakIn(SILENCE);
    }

    private void breakIn(long nanos) {
        int broken = generation;
        ensemble.scheduler().after(nanos, () -> {
            if (broken == generation) {
                disconnect();
            }
        });
    }

    private void execute(Request request, Server there, int sentIn) {
        request.execute();
        if (expired && sentIn == generation) {
            ended(request);
        } else if (request.write()) {
            write(request, there, sentIn);
        } else {
            read(request, there, sentIn);
        }
    }

    private void ended(Request request) {
        process.deliver(ensemble.scheduler().now() + ensemble.hop(), () -> {
            request.answer(Reply.failed(Code.SESSIONEXPIRED));
            disconnect();
        });
    }

    private void write(Request request, Server there, int sentIn) {
        Tree.Committed committed = ensemble.commit(request.ops());
        if (sentIn != generation) {
            return;
        }
        if (ensemble.faults().strikes(Fault.ANSWER_LOST, WRITE_FAULT, process.name(), request)) {
            breakSoon();
            return;
        }
        done = Math.max(done, there.appliedAt(committed.zxid()));
        respond(request, Reply.written(committed), committed.zxid(), sentIn);
    }

    private void read(Request request, Server there, int sentIn) {
        done = Math.max(done, ensemble.scheduler().now());
        ensemble.scheduler().at(done, () -> {
            if (sentIn == generation) {
                long asOf = there.applied(ensemble.scheduler().now());
                respond(request, Reply.read(ensemble.tree().at(request.path(), asOf)), asOf, sentIn);
            }
        });
    }

    private void respond(Request request, Reply reply, long zxid, int sentIn) {
        if (wire.answersLost()) {
            breakUnanswered();
            return;
        }
        answers = Math.max(answers, done + ensemble.hop());
        if (answers - request.sentAt() > requestTimeout) {
            answer(request, Reply.failed(Code.REQUESTTIMEOUT), request.sentAt() + requestTimeout);
        }
        process.deliver(answers, () -> {
            if (sentIn == generation) {
                seen = Math.max(seen, zxid);
                pending.remove(request);
                request.answer(reply);
            }
        });
    }

    private void answer(Request request, Reply reply, long at) {
        process.deliver(at, () -> request.answer(reply));
    }

    /** The connection breaks: what has no answer yet gets none, and what was under way arrives or does not. */
    void disconnect() {
        if (!connected) {
            return;
        }
        connected = false;
        generation++;
        long at = ensemble.scheduler().now();
        boolean arrive = true;
        for (Request request : pending) {
            arrive = arrive && ensemble.dice().chance(HALF);
            if (!arrive && !request.executed()) {
                request.drop();
            }
            if (request.write()) {
                ensemble.lost(request.path());
            }
            answer(request, Reply.failed(Code.CONNECTIONLOSS), at);
        }
        pending.clear();
        wire.unlinked();
        int broken = generation;
        process.deliver(at, () -> {
            if (broken == generation) {
                believed = false;
                wire.broken();
            }
        });
    }

    /** Finds a server again that is not behind what this client has seen; false if this time there was none. */
    boolean reconnect() {
        Server next = ensemble.anyServer();
        if (next.applied(ensemble.scheduler().now()) < seen) {
            return false;
        }
        server = next;
        connected = true;
        believed = true;
        arrives = done = answers = ensemble.scheduler().now();
        return true;
    }

    /** The servers have not heard of it for too long. */
    void expire() {
        expired = true;
    }

    /** Its client learns, or decides, that it is over. */
    void close() {
        closed = true;
        connected = false;
        believed = false;
        generation++;
    }
}
