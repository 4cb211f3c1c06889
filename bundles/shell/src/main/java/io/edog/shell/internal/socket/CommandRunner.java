package io.edog.shell.internal.socket;

import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.LocalUser;
import io.edog.shell.wire.ExitCode;
import java.io.InputStream;
import java.io.PrintStream;
import java.security.Principal;
import java.security.PrivilegedAction;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.support.CommandException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one command line in a session of its own, and turns its end into an exit code. */
final class CommandRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);
    private static final Set<String> PARSE_ERRORS = Set.of("SyntaxError", "EOFError");

    private final SessionFactory sessions;
    private final Set<String> roles;

    /**
     * @param roles Karaf's roles for whoever may use the socket, so that Karaf's own commands let them
     */
    CommandRunner(SessionFactory sessions, Set<String> roles) {
        this.sessions = sessions;
        this.roles = roles;
    }

    /** The roles that Karaf gives to its local console. */
    static Set<String> localRoles(String commaSeparated) {
        return new HashSet<>(Arrays.asList(commaSeparated.split("\\s*,\\s*")));
    }

    /** Runs a command line as a user of this machine; never throws. */
    int run(String command, String osUser, InputStream in, PrintStream out, PrintStream err) {
        PrivilegedAction<Integer> action = () -> execute(command, in, out, err);
        int code = Subject.doAs(subject(osUser), action);
        out.flush();
        err.flush();
        return code;
    }

    private Subject subject(String osUser) {
        Set<Principal> principals = new HashSet<>();
        principals.add(new LocalUser(osUser));
        roles.forEach(role -> principals.add(new RolePrincipal(role)));
        return new Subject(true, principals, Set.of(), Set.of());
    }

    private int execute(String command, InputStream in, PrintStream out, PrintStream err) {
        try (Session session = sessions.create(in, out, err)) {
            session.execute(command);
            return ExitCode.OK;
        } catch (Exception e) {
            return exitCode(e, err);
        }
    }

    private static int exitCode(Exception e, PrintStream err) {
        if (e instanceof CommandException failed && failed.getCause() instanceof Failure failure) {
            err.println(failed.getNiceHelp());
            return failure.exitCode();
        }
        if (e instanceof CommandException usage) {
            err.println("error: " + usage.getMessage() + ".\ncure: See what the command takes with --help.");
            return ExitCode.USAGE;
        }
        return gogos(e, err);
    }

    /** Gogo's own exceptions are in none of its exported packages. */
    private static int gogos(Exception e, PrintStream err) {
        if (e.getClass().getSimpleName().equals("CommandNotFoundException")) {
            err.println("error: " + e.getMessage() + "\ncure: See what there is with 'help'.");
            return ExitCode.USAGE;
        }
        if (unreadable(e)) {
            err.println("error: The command line can't be read.\ncure: Look at its quotes and brackets.");
            return ExitCode.USAGE;
        }
        if (e instanceof InterruptedException) {
            err.println("error: The command was interrupted.");
            return ExitCode.FAILED;
        }
        LOG.info("A command over the local shell failed: {}", e.toString());
        err.println("error: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        return ExitCode.FAILED;
    }

    /** Karaf's parser fails in many ways, some by accident; commands run on another thread, so theirs are none of it. */
    private static boolean unreadable(Exception e) {
        return PARSE_ERRORS.contains(e.getClass().getSimpleName())
                || Arrays.stream(e.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().endsWith(".CommandLineParser"));
    }
}
