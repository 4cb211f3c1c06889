package io.edog.shell.internal.call;

import java.io.IOException;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;

/** Whoever, or whatever, is at the other end of a command's input. */
public interface Person {

    /** Whether somebody sits there who can be asked and likes to see progress. */
    boolean present();

    /** One line of input; empty when there is no more. The prompt is shown if somebody is there. */
    Optional<String> line(String prompt) throws IOException;

    /** As {@link #line}, not shown while it is typed. */
    Optional<String> secret(String prompt) throws IOException;

    /** The one at the other end of a session. */
    static Person of(Session session) {
        if (session.getKeyboard() instanceof Person person) {
            return person;
        }
        return session.getTerminal() == null ? new Script(session) : new Human(session);
    }
}
