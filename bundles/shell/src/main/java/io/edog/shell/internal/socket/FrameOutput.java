package io.edog.shell.internal.socket;

import io.edog.shell.wire.Frame;
import io.edog.shell.wire.FrameType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A command's standard output or error, as frames. */
final class FrameOutput extends OutputStream {

    private static final int BUFFER = 32 * 1024;

    private final FrameSender sender;
    private final FrameType type;

    private FrameOutput(FrameSender sender, FrameType type) {
        this.sender = sender;
        this.type = type;
    }

    static PrintStream stream(FrameSender sender, FrameType type) {
        OutputStream frames = new FrameOutput(sender, type);
        return new PrintStream(new BufferedOutputStream(frames, BUFFER), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += Frame.MAX_PAYLOAD) {
            int size = Math.min(Frame.MAX_PAYLOAD, length - done);
            sender.send(Frame.copyOf(type, bytes, offset + done, size));
        }
    }
}
