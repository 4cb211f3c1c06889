package io.edog.shell.wire;

import java.io.IOException;

/** What a frame carries. */
public enum FrameType {
    /** Client, first and once: a {@link Request}. */
    COMMAND('C'),
    /** Server: bytes for standard output. */
    OUT('O'),
    /** Server: bytes for standard error. */
    ERR('E'),
    /** Server: one line of input is wanted; the payload is the prompt, in UTF-8. */
    ASK('A'),
    /** Server: as {@link #ASK}, for a line that must not be shown while it is typed. */
    ASK_SECRET('S'),
    /** Client: the line asked for, in UTF-8, without its end. */
    LINE('L'),
    /** Client: there is no more input. */
    NO_LINE('N'),
    /** Server, last: the exit code, one byte. */
    EXIT('X');

    private final byte tag;

    FrameType(char tag) {
        this.tag = (byte) tag;
    }

    byte tag() {
        return tag;
    }

    static FrameType of(byte tag) throws IOException {
        for (FrameType type : values()) {
            if (type.tag == tag) {
                return type;
            }
        }
        throw new IOException("not a frame: it begins with the byte " + tag);
    }
}
