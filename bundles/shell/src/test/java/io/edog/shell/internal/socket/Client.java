package io.edog.shell.internal.socket;

import io.edog.shell.wire.Frame;
import io.edog.shell.wire.FrameChannel;
import io.edog.shell.wire.FrameType;
import io.edog.shell.wire.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.CRC32;

/** One command over the socket, from its beginning to its end. */
final class Client {
    final List<String> asked = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private int code = -1;

    Client(Path socket, String command, String... answers) throws IOException {
        this(socket, new Request(false, command), answers);
    }

    Client(Path socket, Request request, String... answers) throws IOException {
        Iterator<String> lines = List.of(answers).iterator();
        try (FrameChannel channel = new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(socket)))) {
            channel.write(request.frame());
            while (code < 0) {
                handle(channel, channel.read().orElseThrow(), lines);
            }
        }
    }

    static <T> T unchecked(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    int code() {
        return code;
    }

    int size(FrameType type) {
        return stream(type).size();
    }

    long checksum(FrameType type) {
        CRC32 sum = new CRC32();
        sum.update(stream(type).toByteArray());
        return sum.getValue();
    }

    String text(FrameType type) {
        return stream(type).toString(StandardCharsets.UTF_8);
    }

    private ByteArrayOutputStream stream(FrameType type) {
        return type == FrameType.OUT ? out : err;
    }

    private void handle(FrameChannel channel, Frame frame, Iterator<String> lines) throws IOException {
        switch (frame.type()) {
            case OUT, ERR -> {
                byte[] bytes = new byte[frame.payload().remaining()];
                frame.payload().get(bytes);
                stream(frame.type()).write(bytes);
            }
            case ASK, ASK_SECRET -> {
                asked.add(frame.text());
                channel.write(
                        lines.hasNext() ? Frame.of(FrameType.LINE, lines.next()) : Frame.of(FrameType.NO_LINE, ""));
            }
            case EXIT -> code = frame.exitCode();
            default -> throw new IOException("unexpected " + frame.type());
        }
    }
}
