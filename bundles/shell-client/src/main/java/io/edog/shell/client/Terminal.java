package io.edog.shell.client;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client's side of standard input, output and error. */
final class Terminal {

    private static final int MAX_LINE = 8 * 1024;

    private final @Nullable Console console;
    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;

    Terminal(@Nullable Console console, OutputStream out, OutputStream err) {
        this(console, new FileInputStream(FileDescriptor.in), out, err);
    }

    Terminal(@Nullable Console console, InputStream in, OutputStream out, OutputStream err) {
        this.console = console;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Whether somebody sits there. */
    boolean person() {
        return console != null;
    }

    void out(ByteBuffer bytes) throws NobodyReadsException {
        write(out, bytes);
    }

    void err(ByteBuffer bytes) throws NobodyReadsException {
        write(err, bytes);
    }

    /** One line; empty when there is none. Nothing after it is taken from standard input. */
    Optional<String> ask(String prompt) throws IOException {
        return console == null ? line() : Optional.ofNullable(console.readLine("%s", prompt));
    }

    /** One line, not shown while it is typed; empty when there is none. */
    Optional<String> askSecret(String prompt) throws IOException {
        if (console == null) {
            return line();
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? Optional.empty() : Optional.of(new String(typed));
    }

    /** Says what went wrong; returns the exit code. */
    int fail(int code, String detail, String cure) {
        try {
            write(err, StandardCharsets.UTF_8.encode("error: " + detail + "\ncure: " + cure + "\n"));
        } catch (NobodyReadsException e) {
            return code; // which still tells
        }
        return code;
    }

    private static void write(OutputStream stream, ByteBuffer bytes) throws NobodyReadsException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        try {
            stream.write(copy);
        } catch (IOException e) {
            throw new NobodyReadsException(e);
        }
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n' && line.size() < MAX_LINE) {
            line.write(next);
            next = in.read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
