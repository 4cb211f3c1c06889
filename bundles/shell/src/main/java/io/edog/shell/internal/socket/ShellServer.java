package io.edog.shell.internal.socket;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.edog.shell.wire.ExitCode;
import io.edog.shell.wire.Frame;
import io.edog.shell.wire.FrameChannel;
import io.edog.shell.wire.FrameType;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the clients of a socket, a bounded number at a time. */
final class ShellServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShellServer.class);

    private static final long GREETING_SECONDS = 10;
    private static final long CLOSE_SECONDS = 5;

    private final ServerSocketChannel socket;
    private final CommandRunner runner;
    private final Duration commandLimit;
    private final Semaphore places;
    private final CountDownLatch deaf = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("edog-shell"));
    private final ScheduledThreadPoolExecutor clock =
            new ScheduledThreadPoolExecutor(1, DaemonThreads.named("edog-shell-clock"));

    ShellServer(ServerSocketChannel socket, CommandRunner runner, int maxConnections, Duration commandLimit) {
        this.socket = socket;
        this.runner = runner;
        this.commandLimit = commandLimit;
        this.places = new Semaphore(maxConnections);
        clock.setRemoveOnCancelPolicy(true);
    }

    void start() {
        threads.execute(this::accept);
    }

    private void accept() {
        try {
            while (socket.isOpen()) {
                acceptOne();
            }
        } finally {
            deaf.countDown();
        }
    }

    private void acceptOne() {
        try {
            SocketChannel client = socket.accept();
            threads.execute(() -> greet(client));
        } catch (ClosedChannelException e) {
            LOG.debug("The local shell is closed");
        } catch (IOException e) {
            LOG.warn("The local shell can't accept a connection: {}", e.getMessage());
        }
    }

    private void greet(SocketChannel client) {
        boolean placed = places.tryAcquire();
        try (client) {
            if (placed) {
                serve(client);
            } else {
                turnAway(client);
            }
        } catch (IOException e) {
            LOG.info("A connection to the local shell ended: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            LOG.info("A connection to the local shell came while it was closing");
        } catch (RuntimeException e) {
            LOG.error("A connection to the local shell failed", e);
        } finally {
            if (placed) {
                places.release();
            }
        }
    }

    private void serve(SocketChannel client) throws IOException, InterruptedException {
        String user = Peer.user(client);
        try (Connection connection = new Connection(new FrameChannel(client), user, runner, threads)) {
            ScheduledFuture<?> greeting = clock.schedule(() -> expectCommand(connection), GREETING_SECONDS, SECONDS);
            ScheduledFuture<?> limit = clock.schedule(connection::timeOut, commandLimit.toMillis(), MILLISECONDS);
            try {
                connection.serve();
            } finally {
                greeting.cancel(false);
                limit.cancel(false);
            }
        }
    }

    private static void expectCommand(Connection connection) {
        try {
            connection.expectCommand();
        } catch (IOException e) {
            LOG.info("A connection to the local shell that sent nothing did not close: {}", e.getMessage());
        }
    }

    private static void turnAway(SocketChannel client) throws IOException {
        FrameChannel frames = new FrameChannel(client);
        frames.write(Frame.of(
                FrameType.ERR, "error: Too many commands at the same time.\ncure: Try again when some have ended.\n"));
        frames.write(Frame.exit(ExitCode.UNREACHABLE));
        frames.read(); // the command, so that closing does not discard what was written
    }

    /**
     * Takes no more commands. Those that run go on to their end or their limit: one of them may be the very one that
     * upgrades this bundle, and waits for this call.
     */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            // The kernel's socket is closed only when nobody waits for a connection any more.
            if (!deaf.await(CLOSE_SECONDS, SECONDS)) {
                LOG.warn("The local shell's socket is still open after {} s", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clock.shutdown();
        threads.shutdown();
    }
}
