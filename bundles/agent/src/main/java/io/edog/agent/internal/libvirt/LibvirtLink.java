package io.edog.agent.internal.libvirt;

import io.edog.agent.internal.Backoff;
import io.edog.agent.internal.CallTimeoutException;
import io.edog.agent.internal.Reason;
import io.edog.agent.internal.TimedCalls;
import io.edog.api.bus.Daemon;
import io.edog.api.hypervisor.HypervisorSilentException;
import io.edog.libvirt.LibvirtConnection;
import io.edog.libvirt.LibvirtFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps one connection to libvirt's daemon, opened again with growing pauses, and knows since when the daemon is silent.
 * A hung daemon blocks whoever opens a connection, so at most one opening is under way, however long it takes.
 */
final class LibvirtLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtLink.class);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));
    private static final String OPENING = "opening a connection to libvirtd";

    private static final String CLOSING = "closing a connection to libvirtd";
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final boolean first;
    private final Opener opener;
    private final TimedCalls calls;
    private final Duration openLimit;
    private final DaemonRestarter restarter;
    private final InstantSource clock;

    private Optional<LibvirtConnection> connection = Optional.empty();
    private Optional<Future<Opened>> opening = Optional.empty();
    private Daemon daemon;
    private Instant lastAnswer;
    private Instant notBefore = Instant.EPOCH;
    private int failures;
    private boolean silenceTold;
    private boolean closed;

    /** Opens a connection and prepares it; may block for ever. */
    interface Opener {
        Opened open() throws LibvirtFailure;
    }

    /** A connection, and the version of who answered it. */
    record Opened(LibvirtConnection connection, String version) {}

    /**
     * Not opened yet.
     *
     * @param first whether it is the one that notices first whether the daemon answers
     */
    LibvirtLink(
            boolean first,
            Opener opener,
            TimedCalls calls,
            Duration openLimit,
            DaemonRestarter restarter,
            InstantSource clock) {
        this.first = first;
        this.opener = opener;
        this.calls = calls;
        this.openLimit = openLimit;
        this.restarter = restarter;
        this.clock = clock;
        this.lastAnswer = clock.instant();
        this.daemon = new Daemon(false, "libvirtd has not been asked yet", lastAnswer);
    }

    synchronized Daemon daemon() {
        return daemon;
    }

    private HypervisorSilentException silent() {
        return new HypervisorSilentException(daemon.up() ? "the connection to libvirtd broke" : daemon.detail());
    }

    /** The connection, opened if need be. */
    LibvirtConnection connect() {
        Optional<LibvirtConnection> standing = standing();
        if (standing.isPresent()) {
            return standing.get();
        }
        try {
            return opened(calls.await(OPENING, openLimit, opening()));
        } catch (CallTimeoutException e) {
            throw down(Reason.of(e), Optional.of(e));
        } catch (LibvirtFailed e) {
            refused(e.failure());
            throw down(Reason.of(e), Optional.of(e));
        }
    }

    private synchronized Optional<LibvirtConnection> standing() {
        connection.filter(it -> !it.alive()).ifPresent(broken -> lost(broken, "the connection broke"));
        return connection;
    }

    private synchronized Future<Opened> opening() {
        if (opening.isEmpty()) {
            if (closed || clock.instant().isBefore(notBefore)) {
                throw silent();
            }
            opening = Optional.of(calls.start(OPENING, LibvirtFailed.carried(opener::open)));
        }
        return opening.get();
    }

    private synchronized LibvirtConnection opened(Opened opened) {
        opening = Optional.empty();
        if (closed) {
            discard(opened.connection());
            throw new HypervisorSilentException("the agent is stopping");
        }
        if (connection.filter(it -> it == opened.connection()).isPresent()) {
            return opened.connection();
        }
        connection = Optional.of(opened.connection());
        failures = 0;
        silenceTold = false;
        lastAnswer = clock.instant();
        daemon = new Daemon(true, opened.version(), lastAnswer);
        say(Level.INFO, "libvirtd answers: version " + opened.version());
        return opened.connection();
    }

    private void refused(LibvirtFailure failure) {
        synchronized (this) {
            opening = Optional.empty();
            failures++;
            notBefore = clock.instant().plus(PAUSE.pause(failures));
        }
        if (failure.connectionRefused()) {
            restarter.dead();
        }
    }

    /** The daemon answered a call. */
    synchronized void answered() {
        lastAnswer = clock.instant();
    }

    /**
     * A connection is of no use any more, because it broke or the daemon did not answer on it.
     *
     * @return to be thrown
     */
    synchronized HypervisorSilentException lost(LibvirtConnection lost, String why) {
        if (connection.filter(it -> it == lost).isEmpty()) {
            return silent();
        }
        connection = Optional.empty();
        discard(lost);
        return down(why, Optional.empty());
    }

    /** Operators are told once, by the link that knows first. */
    private void say(Level level, String text) {
        LOG.atLevel(first ? level : Level.DEBUG).log(text);
    }

    private synchronized HypervisorSilentException down(String why, Optional<Throwable> cause) {
        if (!silenceTold) {
            say(Level.WARN, "libvirtd does not answer: " + why);
            silenceTold = true;
        }
        Instant since = daemon.up() ? lastAnswer : daemon.since();
        String detail = "libvirtd does not answer since " + since.truncatedTo(ChronoUnit.SECONDS) + ": " + why;
        daemon = new Daemon(false, detail, since);
        return cause.map(it -> new HypervisorSilentException(detail, it))
                .orElseGet(() -> new HypervisorSilentException(detail));
    }

    /** Closing talks to the daemon, so it may hang like any call. */
    private void discard(LibvirtConnection useless) {
        try {
            calls.leave(CLOSING, () -> closeQuietly(useless));
        } catch (CallTimeoutException e) {
            LOG.warn("{}: one is left open", e.getMessage());
        }
    }

    private static boolean closeQuietly(LibvirtConnection useless) {
        try {
            useless.close();
            return true;
        } catch (LibvirtFailure e) {
            LOG.debug("{}: {}", CLOSING, e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        Optional<LibvirtConnection> last;
        synchronized (this) {
            closed = true;
            last = connection;
            connection = Optional.empty();
        }
        last.ifPresent(this::closeNow);
    }

    private void closeNow(LibvirtConnection last) {
        try {
            calls.call(CLOSING, CLOSE_LIMIT, () -> closeQuietly(last));
        } catch (CallTimeoutException e) {
            LOG.debug("{}: left to itself", e.getMessage());
        }
    }
}
