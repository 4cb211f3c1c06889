package io.edog.shell.internal.call;

import java.io.IOException;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;

/** Somebody at an interactive session. */
record Human(Session session) implements Person {

    private static final char NO_ECHO = 0;

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public Optional<String> line(String prompt) throws IOException {
        return Optional.ofNullable(session.readLine(prompt, null));
    }

    @Override
    public Optional<String> secret(String prompt) throws IOException {
        return Optional.ofNullable(session.readLine(prompt, NO_ECHO));
    }
}
