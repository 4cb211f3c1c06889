package io.edog.shell.wire;

import java.io.IOException;

/**
 * What a client wants.
 *
 * @param person whether somebody sits there who can be asked and wants to see progress
 * @param command one command line
 */
public record Request(boolean person, String command) {

    /** Longest command line, in bytes of UTF-8. */
    public static final int MAX_COMMAND = 60 * 1024;

    /** The wire form: a letter, then the command line. */
    public Frame frame() {
        return Frame.of(FrameType.COMMAND, (person ? "i" : "b") + command);
    }

    /**
     * Reads the wire form.
     *
     * @throws IOException if it is not one
     */
    public static Request of(Frame frame) throws IOException {
        String text = frame.text();
        if (frame.type() != FrameType.COMMAND || text.isEmpty()) {
            throw new IOException("the first frame is no command");
        }
        return new Request(text.charAt(0) == 'i', text.substring(1));
    }
}
