package io.edog.store.internal;

import io.edog.api.export.Backup;
import io.edog.api.export.Backups;
import io.edog.api.export.StateDirectory;
import io.edog.api.member.PeerService;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.state.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;

/** Takes backups of this manager's state, each period one and whenever asked; each manager its own. */
@Component(service = Backups.class, immediate = true, configurationPid = BackupConfig.PID)
@Designate(ocd = BackupConfig.class)
public final class BackupService implements Backups {
    private static final long LOOK_S = 10;
    private static final long STOP_LIMIT_S = 10;

    private final BackupTaker taker;
    private final ScheduledThreadPoolExecutor timer;

    @Activate
    public BackupService(
            @Reference PeerService manager,
            @Reference(target = "(osgi.jdbc.driver.name=derby)") DataSourceFactory derby,
            BackupConfig config)
            throws SQLException {
        Path directory = Path.of(config.directory());
        Clock clock = Clock.systemUTC();
        this.taker = new BackupTaker(
                manager::state,
                new StateDirectory(directory, config.cluster(), clock),
                new ScratchDatabase(derby.createDriver(new Properties()), directory),
                new BackupTaker.Plan(
                        Duration.ofSeconds(config.period_s()), Duration.ofSeconds(config.retry_s()), config.keep()),
                clock);
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "edog-backup");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> unused = timer.scheduleWithFixedDelay(taker::takeIfDue, config.first_s(), LOOK_S, TimeUnit.SECONDS);
    }

    @Override
    public CompletableFuture<Backup> take(Principal principal) {
        if (!principal.administrator()) {
            return CompletableFuture.failedFuture(forbidden());
        }
        try {
            return CompletableFuture.supplyAsync(this::taken, timer);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    new ProblemException(Problem.unavailable("The manager is stopping.", "Ask another manager.")));
        }
    }

    private Backup taken() {
        if (!taker.serves()) {
            throw new ProblemException(Problem.unavailable(
                    "This manager does not serve now, so there is nothing to take a backup of.",
                    "Try again in a few seconds, or ask another manager."));
        }
        try {
            return taker.take();
        } catch (StoreException e) {
            throw new ProblemException(Problem.failed(
                    "backup-failed",
                    "No backup could be taken: " + e.getMessage(),
                    "See to the directory of the backups."));
        }
    }

    @Override
    public List<Backup> list(Principal principal) {
        if (!principal.administrator()) {
            throw forbidden();
        }
        return taker.list();
    }

    private static ProblemException forbidden() {
        return new ProblemException(
                Problem.forbidden("Backups are for administrators.", "Ask an administrator to take one."));
    }

    @Override
    public Optional<String> trouble() {
        return taker.trouble();
    }

    /** One that is under way may come to its end, if that is soon; no other begins. */
    @Deactivate
    public void close() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(STOP_LIMIT_S, TimeUnit.SECONDS)) {
            timer.shutdownNow();
        }
    }
}
