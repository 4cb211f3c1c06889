package io.edog.store.internal;

import io.edog.api.export.Backup;
import io.edog.api.export.StateDirectory;
import io.edog.api.export.StateFile;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateCodec;
import io.edog.api.state.StateHeader;
import io.edog.api.state.StoreException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a backup, tries it out, and keeps the newest ones. One at a time. */
final class BackupTaker {
    private static final Logger LOG = LoggerFactory.getLogger(BackupTaker.class);

    /**
     * When, and how many.
     *
     * @param period from one to the next; zero: only when asked
     * @param retry from a failure to the next try
     * @param keep how many are kept
     */
    record Plan(Duration period, Duration retry, int keep) {
        Plan {
            if (period.isNegative() || retry.isNegative() || keep < 1) {
                throw new IllegalArgumentException(
                        "io.edog.backup: period.s and retry.s are 0 or more, keep is 1 or more");
            }
        }
    }

    private final Supplier<Optional<ClusterState>> state;
    private final StateDirectory files;
    private final ScratchDatabase scratch;
    private final Plan plan;
    private final Clock clock;
    private volatile String trouble = "";
    private Instant notBefore = Instant.MIN;

    BackupTaker(
            Supplier<Optional<ClusterState>> state,
            StateDirectory files,
            ScratchDatabase scratch,
            Plan plan,
            Clock clock) {
        this.state = state;
        this.files = files;
        this.scratch = scratch;
        this.plan = plan;
        this.clock = clock;
    }

    /** Whether there is a state to take. */
    boolean serves() {
        return state.get().isPresent();
    }

    /** Takes one if the newest is too old and this manager serves; a failure is logged, and tried again later. */
    synchronized void takeIfDue() {
        try {
            if (due() && state.get().isPresent()) {
                take();
            }
        } catch (StoreException e) {
            LOG.debug("the next try is at {}", notBefore, e);
        } catch (RuntimeException e) {
            failed(e.toString());
            LOG.error("whether a backup is due could not be found out", e);
        }
    }

    private boolean due() {
        Instant now = clock.instant();
        return !plan.period().isZero()
                && !now.isBefore(notBefore)
                && files.list().stream()
                        .findFirst()
                        .map(newest -> tooOld(newest.at(), now))
                        .orElse(true);
    }

    /** Also one that was taken in the future: a clock has jumped. */
    private boolean tooOld(Instant newest, Instant now) {
        return newest.plus(plan.period()).isBefore(now) || newest.isAfter(now.plus(plan.period()));
    }

    synchronized Backup take() {
        try {
            Backup taken = takeAndTry();
            trouble = "";
            return taken;
        } catch (StoreException e) {
            failed(String.valueOf(e.getMessage()));
            LOG.error("no backup could be taken: {}", trouble);
            throw e;
        } catch (
                RuntimeException
                        e) { // nobody foresaw it, so operators get all of it, and the next try comes all the same
            failed(e.toString());
            LOG.error("no backup could be taken", e);
            throw new StoreException("no backup could be taken: " + e, e);
        }
    }

    private void failed(String why) {
        notBefore = clock.instant().plus(plan.retry());
        trouble = why;
    }

    private Backup takeAndTry() {
        ClusterState now = state.get().orElseThrow(() -> new StoreException("this manager does not serve now"));
        Instant begin = clock.instant();
        StateFile file = files.write(now);
        StateHeader header = tried(file);
        files.prune(plan.keep());
        LOG.info(
                "backup taken: {}, index {}, {} objects, {} bytes, state hash {}; restored on trial; {} ms in all",
                file.path(),
                header.index(),
                header.objects(),
                file.bytes(),
                header.hash(),
                Duration.between(begin, clock.instant()).toMillis());
        return new Backup(file, header);
    }

    private StateHeader tried(StateFile file) {
        try {
            return scratch.restore(file.path());
        } catch (StoreException e) {
            files.delete(file);
            throw new StoreException("the backup could not be restored on trial: " + e.getMessage(), e);
        }
    }

    List<Backup> list() {
        return files.list().stream()
                .flatMap(file -> header(file).map(header -> new Backup(file, header)).stream())
                .toList();
    }

    private static Optional<StateHeader> header(StateFile file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
            return Optional.of(StateCodec.readHeader(in));
        } catch (IOException e) {
            LOG.warn("{} is no backup: {}", file.path(), e.getMessage());
            return Optional.empty();
        }
    }

    Optional<String> trouble() {
        return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
    }
}
