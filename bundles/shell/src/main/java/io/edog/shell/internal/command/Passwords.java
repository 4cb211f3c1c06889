package io.edog.shell.internal.command;

import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Person;
import java.io.IOException;

/** Asks for a new password: twice from a person, as one line from a program; never as an argument. */
final class Passwords {

    private Passwords() {}

    static String ask(Person person, String user) throws IOException {
        String first = secret(person, "New password for " + user + ": ");
        if (person.present() && !first.equals(secret(person, "Once more: "))) {
            throw Failure.usage("password", "The two passwords differ.", "Try again.");
        }
        return first;
    }

    private static String secret(Person person, String prompt) throws IOException {
        return person.secret(prompt)
                .filter(line -> !line.isEmpty())
                .orElseThrow(() -> Failure.usage(
                        "password", "There is no password.", "Type it, or pipe it in as the first line."));
    }
}
