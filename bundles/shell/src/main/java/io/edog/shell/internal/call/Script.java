package io.edog.shell.internal.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;

/** A program that gives a command, such as {@code ssh host command}, and its input. */
record Script(Session session) implements Person {

    private static final int MAX_LINE = 8 * 1024;

    @Override
    public boolean present() {
        return false;
    }

    @Override
    public Optional<String> line(String prompt) throws IOException {
        InputStream in = session.getKeyboard();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n' && line.size() < MAX_LINE) {
            line.write(next);
            next = in.read();
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
    }

    @Override
    public Optional<String> secret(String prompt) throws IOException {
        return line(prompt);
    }
}
