package io.edog.appctl.remote;

import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells from how a command on another host ended what went wrong, and what helps. */
public final class Trouble {
    private static final int RSYNC_CUT = 12;
    private static final int COMMAND_NOT_FOUND = 127;

    private Trouble() {}

    /** What ssh, sudo or rsync writes, and what it means. */
    private record Known(String words, String says, String cure) {
        Outcome unreachable(String what) {
            return Outcome.unreachable(says, cure.formatted(what));
        }

        Outcome failed(Target target, String doing) {
            return Outcome.failed(doing + ": " + says, cure.formatted(target.address()));
        }
    }

    private static final String OTHER_KEY =
            "If this host was set up anew, forget its old key: %s. If not, somebody may be in between.";
    private static final String IS_IT_UP = "Is %s up, and is the network between?";
    private static final String NO_PASSWORD =
            "Let this user become root on %s without one: NOPASSWD in /etc/sudoers.d; or use --ssh-user root.";
    private static final String NO_RSYNC = "Install it on %s: apt-get install rsync";

    private static final Known NOT_LET_IN = new Known(
            "permission denied",
            "refuses the log-in",
            "Let this user in: ssh-copy-id %s; or name another with --ssh-user and --ssh-key.");
    private static final Known NO_NAME =
            new Known("could not resolve", "has a name that is not known here", "Enter %s into DNS or /etc/hosts.");
    private static final List<Known> OTHER_KEYS = List.of(
            new Known("host key verification failed", "shows another host key than before", OTHER_KEY),
            new Known("identification has changed", "shows another host key than before", OTHER_KEY));

    private static final List<Known> SILENT = List.of(
            new Known(
                    "connection refused",
                    "refuses connections: no sshd listens there",
                    "Start sshd on %s, or give its port with --ssh-port."),
            new Known("no route to host", "can't be reached", IS_IT_UP),
            new Known("network is unreachable", "can't be reached", IS_IT_UP),
            new Known("timed out", "does not answer", IS_IT_UP),
            new Known("timeout, server", "does not answer any more", IS_IT_UP));

    private static final List<Known> REFUSED = List.of(
            new Known("a password is required", "sudo wants a password", NO_PASSWORD),
            new Known("a terminal is required", "sudo wants a password", NO_PASSWORD),
            new Known("sudo: not found", "has no sudo", "Install sudo on %s, or use --ssh-user root."),
            new Known("rsync: not found", "has no rsync", NO_RSYNC),
            new Known("rsync: command not found", "has no rsync", NO_RSYNC),
            new Known("no space left", "has no room left", "Make room on %s, then give the command again."));

    /** Of a command that did not end well. */
    public static Outcome of(Target target, Finished finished, String doing) {
        if (finished.timedOut()) {
            return Outcome.timedOut(
                    doing + ": not in time", "See what " + target.name() + " is busy with; --timeout gives it longer.");
        }
        Optional<Outcome> noWay = noWay(target, finished);
        if (finished.code() == Ssh.NOT_THERE) {
            return noWay.orElseGet(() ->
                    Outcome.unreachable("ssh: " + finished.lastWords(), "Try it by hand: ssh " + target.address()));
        }
        if (finished.code() == RSYNC_CUT && noWay.isPresent()) {
            return noWay.get();
        }
        return known(REFUSED, finished)
                .map(known -> known.failed(target, doing))
                .orElseGet(() -> plain(target, finished, doing));
    }

    private static Optional<Outcome> noWay(Target target, Finished finished) {
        SshSays says = new SshSays(finished.err(), target.address());
        return known(List.of(NOT_LET_IN), finished)
                .map(known -> known.unreachable(says.account()))
                .or(() -> known(OTHER_KEYS, finished).map(known -> known.unreachable(says.forgetKey())))
                .or(() -> known(List.of(NO_NAME), finished).map(known -> known.unreachable(target.address())))
                .or(() -> known(SILENT, finished).map(known -> known.unreachable(target.address())));
    }

    /** Whether no host answers, or one that has no edog; false also if that can't be known. */
    public static boolean nothingThere(Finished finished) {
        if (finished.timedOut()) {
            return false;
        }
        return finished.code() == Ssh.NOT_THERE ? known(SILENT, finished).isPresent() : missing(finished);
    }

    /** As the login shell says it, or sudo. */
    private static boolean missing(Finished finished) {
        return finished.code() == COMMAND_NOT_FOUND || finished.lastWords().endsWith(": command not found");
    }

    private static Outcome plain(Target target, Finished finished, String doing) {
        String last = finished.lastWords();
        return Outcome.failed(
                doing + ": " + (last.isEmpty() ? "exit code " + finished.code() : last),
                missing(finished) ? "Deploy to it first: appctl cluster deploy " + target.name() : finished.cure());
    }

    private static Optional<Known> known(List<Known> all, Finished finished) {
        String words = finished.err().toLowerCase(Locale.ROOT);
        return all.stream().filter(known -> words.contains(known.words())).findFirst();
    }
}
