package io.edog.agent.internal.libvirt;

import io.edog.agent.internal.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a dead daemon again, with growing pauses and not for ever. A daemon that hangs is not touched: killing it would
 * lose what it is about to do.
 */
final class DaemonRestarter {
    private static final Logger LOG = LoggerFactory.getLogger(DaemonRestarter.class);
    private static final Backoff PAUSE = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    private static final Duration CALM = Duration.ofMinutes(10);

    private final List<String> command;
    private final Duration limit;
    private final int most;
    private final InstantSource clock;
    private int tries;
    private Instant lastTry = Instant.EPOCH;

    /**
     * None tried yet.
     *
     * @param command empty if it is not ours to restart
     * @param most how often in a row, until it was left alone for a while
     */
    DaemonRestarter(List<String> command, Duration limit, int most, InstantSource clock) {
        this.command = List.copyOf(command);
        this.limit = limit;
        this.most = most;
        this.clock = clock;
    }

    /** To be called each time nobody listens at the daemon's socket; starts it if it is time to. */
    synchronized void dead() {
        Instant now = clock.instant();
        if (command.isEmpty() || now.isBefore(lastTry.plus(PAUSE.pause(tries)))) {
            return;
        }
        if (lastTry.plus(CALM).isBefore(now)) {
            tries = 0;
        }
        if (tries == most) {
            return;
        }
        tries++;
        lastTry = now;
        LOG.warn("libvirtd is dead: restarting it, try {} of {}: {}", tries, most, String.join(" ", command));
        run();
    }

    private void run() {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the restart of libvirtd took more than {} s; it goes on", limit.toSeconds());
            } else if (process.exitValue() != 0) {
                LOG.warn("the restart of libvirtd failed with exit code {}", process.exitValue());
            }
        } catch (IOException e) {
            LOG.warn("can't restart libvirtd: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
