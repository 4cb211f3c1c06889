package io.edog.shell.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Optional;

/** Frames over a channel: a tag, the payload's length in four bytes, the payload. One thread may read while one writes. */
public final class FrameChannel implements AutoCloseable {

    private static final int HEADER = 1 + Integer.BYTES;

    private final ByteChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(HEADER + Frame.MAX_PAYLOAD);

    public FrameChannel(ByteChannel channel) {
        this.channel = channel;
        in.limit(0);
    }

    /**
     * The next frame; empty when the other side has closed.
     *
     * @throws IOException if the channel fails, ends within a frame, or carries something else than frames
     */
    public Optional<Frame> read() throws IOException {
        if (!fill(HEADER)) {
            return Optional.empty();
        }
        FrameType type = FrameType.of(in.get());
        int length = in.getInt();
        if (length < 0 || length > Frame.MAX_PAYLOAD) {
            throw new IOException("a frame of " + length + " bytes is not allowed");
        }
        if (!fill(length)) {
            throw new EOFException("the connection was cut within a frame");
        }
        ByteBuffer payload = ByteBuffer.allocate(length);
        payload.put(in.slice(in.position(), length)).flip();
        in.position(in.position() + length);
        return Optional.of(new Frame(type, payload));
    }

    /** Writes a frame, waiting for a slow reader without limit: closing the channel from elsewhere ends the wait. */
    public void write(Frame frame) throws IOException {
        ByteBuffer payload = frame.payload().duplicate();
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.remaining());
        out.put(frame.type().tag()).putInt(payload.remaining()).put(payload).flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Reads until that many bytes are there; false when the channel ended before the first of them. */
    private boolean fill(int bytes) throws IOException {
        while (in.remaining() < bytes) {
            boolean empty = !in.hasRemaining();
            in.compact();
            int count = channel.read(in);
            in.flip();
            if (count < 0) {
                if (empty) {
                    return false;
                }
                throw new EOFException("the connection was cut within a frame");
            }
        }
        return true;
    }
}
