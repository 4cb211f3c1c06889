package io.edog.shell.client;

import io.edog.shell.wire.Frame;
import io.edog.shell.wire.FrameChannel;
import io.edog.shell.wire.FrameType;
import io.edog.shell.wire.Request;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/** One connection to the shell: one command, from its line to its exit code. */
final class Conversation implements AutoCloseable {

    private final FrameChannel channel;
    private final Terminal terminal;

    private Conversation(FrameChannel channel, Terminal terminal) {
        this.channel = channel;
        this.terminal = terminal;
    }

    static Conversation connect(Path socket, Terminal terminal) throws UnreachableException {
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            return new Conversation(new FrameChannel(channel), terminal);
        } catch (IOException e) {
            throw new UnreachableException(e);
        }
    }

    /** Runs a command to its end; the server limits how long that may take. */
    int run(String command) throws IOException {
        channel.write(new Request(terminal.person(), command).frame());
        while (true) {
            Frame frame = channel.read().orElseThrow(() -> new EOFException("the shell closed it"));
            if (frame.type() == FrameType.EXIT) {
                return frame.exitCode();
            }
            handle(frame);
        }
    }

    private void handle(Frame frame) throws IOException {
        switch (frame.type()) {
            case OUT -> terminal.out(frame.payload());
            case ERR -> terminal.err(frame.payload());
            case ASK -> answer(terminal.ask(frame.text()));
            case ASK_SECRET -> answer(terminal.askSecret(frame.text()));
            default -> throw new IOException("the shell sent a frame that only a client may send");
        }
    }

    private void answer(Optional<String> line) throws IOException {
        channel.write(line.map(text -> Frame.of(FrameType.LINE, text)).orElse(Frame.of(FrameType.NO_LINE, "")));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
