package io.edog.cluster.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between one node and ZooKeeper: it can be cut, and it can lose what is said in one direction. */
final class Line implements AutoCloseable {
    private final int to;
    private final ServerSocket entrance;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean loseRequests;
    private volatile boolean loseAnswers;

    Line(int to) {
        this.to = to;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    String connect() {
        return "127.0.0.1:" + entrance.getLocalPort();
    }

    /** What the node says from now on is lost, until {@link #heal}. */
    void loseRequests() {
        loseRequests = true;
    }

    /** What ZooKeeper says from now on is lost, until {@link #heal}. */
    void loseAnswers() {
        loseAnswers = true;
    }

    /** Breaks all connections, and allows no new one until {@link #heal}. */
    void cut() {
        cut = true;
        ends.forEach(Line::close);
    }

    void heal() {
        loseRequests = false;
        loseAnswers = false;
        cut = false;
    }

    /** Breaks all connections; new ones find all in order. */
    void reset() {
        cut();
        heal();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                join(entrance.accept());
            } catch (IOException e) {
                // the entrance is closed, or ZooKeeper is away: both as ordered
            }
        }
    }

    private void join(Socket node) throws IOException {
        ends.add(node);
        if (cut) {
            close(node);
            return;
        }
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
            ends.add(server);
            thread(() -> pump(node, server, true));
            thread(() -> pump(server, node, false));
        } catch (IOException e) {
            close(node);
            throw e;
        }
    }

    private void pump(Socket from, Socket into, boolean requests) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!(requests ? loseRequests : loseAnswers)) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // one end is gone; closing tells the other
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
