package io.edog.shell.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One message.
 *
 * @param payload read-only, from its position to its limit
 */
public record Frame(FrameType type, ByteBuffer payload) {

    /** Largest payload, in bytes. */
    public static final int MAX_PAYLOAD = 64 * 1024;

    public Frame {
        if (payload.remaining() > MAX_PAYLOAD) {
            throw new IllegalArgumentException("too much for one frame: " + payload.remaining() + " bytes");
        }
        payload = payload.asReadOnlyBuffer();
    }

    /** A frame with a text, or, where only a mark is wanted, with an empty one. */
    public static Frame of(FrameType type, String text) {
        return new Frame(type, StandardCharsets.UTF_8.encode(text));
    }

    /** A frame with a copy of some bytes. */
    public static Frame copyOf(FrameType type, byte[] bytes, int offset, int length) {
        ByteBuffer copy = ByteBuffer.allocate(length);
        copy.put(bytes, offset, length).flip();
        return new Frame(type, copy);
    }

    /** The last frame of a connection. */
    public static Frame exit(int code) {
        ByteBuffer one = ByteBuffer.allocate(1);
        one.put((byte) code).flip();
        return new Frame(FrameType.EXIT, one);
    }

    /** The payload as text. */
    public String text() {
        return StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
    }

    /** The exit code that the last frame carries. */
    public int exitCode() {
        return Byte.toUnsignedInt(payload.get(payload.position()));
    }
}
