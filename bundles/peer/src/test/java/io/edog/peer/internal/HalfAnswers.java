package io.edog.peer.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A member whose answers break off behind their heads, as those of a machine that loses its power. */
final class HalfAnswers implements AutoCloseable {
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final PeerKeys keys;
    private final SSLServerSocket server;

    HalfAnswers(Path tls) throws IOException {
        keys = new PeerKeys(Settings.at("127.0.0.1:1", tls));
        CompletableFuture<SSLContext> context = new CompletableFuture<>();
        keys.use(context::complete);
        server = (SSLServerSocket)
                context.join().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                threads.execute(() -> answerByHalf(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answerByHalf(Socket socket) {
        try {
            byte[] some = new byte[65_536];
            if (socket.getInputStream().read(some) > 0) {
                requests.incrementAndGet();
                socket.getOutputStream().write(HEAD);
                socket.getOutputStream().flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
        keys.close();
    }
}
