package io.edog.cluster.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooKeeper;

/** The data of a node, asked for without waiting, so that many can be asked for at a time. */
final class Answer {
    private final CompletableFuture<Optional<byte[]>> data = new CompletableFuture<>();

    private Answer() {}

    static Answer ask(ZooKeeper zk, String path) {
        Answer answer = new Answer();
        zk.getData(path, false, (rc, p, context, bytes, stat) -> answer.arrived(Code.get(rc), bytes), null);
        return answer;
    }

    private void arrived(Code code, byte[] bytes) {
        switch (code) {
            case OK -> data.complete(Optional.of(bytes));
            case NONODE -> data.complete(Optional.empty());
            default -> data.completeExceptionally(KeeperException.create(code));
        }
    }

    /** Waits for it; empty when there is no such node. */
    Optional<byte[]> get(Deadline deadline) throws KeeperException, InterruptedException {
        try {
            return data.get(Math.max(0, deadline.leftNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KeeperException cause) {
                throw cause;
            }
            throw new IllegalStateException("an answer of ZooKeeper could not be handled", e);
        } catch (TimeoutException e) {
            throw KeeperException.create(Code.OPERATIONTIMEOUT);
        }
    }
}
