package io.edog.api.command;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What can be wanted of users and their tokens. Passwords come hashed; tokens come as their SHA-256. */
public sealed interface AccountCommand extends Command {

    /** Create a user. The very first one may be made by the system alone. */
    record CreateUser(String name, String passwordHash, Set<String> roles) implements AccountCommand {
        public CreateUser {
            roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        }

        @Override
        public String toString() {
            return "CreateUser[" + name + ", " + roles + "]";
        }
    }

    /** Change a user's password, roles or lock; absent fields stay. */
    record UpdateUser(String user, Optional<String> passwordHash, Optional<Set<String>> roles, Optional<Boolean> locked)
            implements AccountCommand {
        @Override
        public String toString() {
            return "UpdateUser[" + user + ", " + roles + ", " + locked + "]";
        }
    }

    /** Delete a user who owns nothing. */
    record DeleteUser(String user) implements AccountCommand {}

    /**
     * Open a session for a user whose password was checked, or a token for the caller itself.
     *
     * @param passwordHash of a log-in, the hash that the password was checked against
     */
    record OpenSession(
            String session,
            String user,
            String name,
            String tokenHash,
            boolean login,
            Instant expiresAt,
            Optional<String> passwordHash)
            implements AccountCommand {
        @Override
        public String toString() {
            return "OpenSession[" + session + ", " + user + "]";
        }
    }

    /** End a session or token. */
    record CloseSession(String session) implements AccountCommand {}
}
