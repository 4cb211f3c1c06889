package io.edog.store.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.ops4j.pax.jdbc.hook.PreHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hook that is withdrawn when it failed and offered again later. The container calls a hook once, and without this a
 * database that is away at the start would stay away. All offers are made by one thread of its own.
 */
final class PatientHook implements PreHook, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PatientHook.class);

    /**
     * How to go on after a failure.
     *
     * @param first the first wait; it doubles with each failure
     * @param most the longest wait
     * @param limit failures after which it gives up
     */
    record Patience(Duration first, Duration most, int limit) {
        static Patience of(StoreConfig config) {
            return new Patience(
                    Duration.ofMillis(config.retry_first_ms()),
                    Duration.ofMillis(config.retry_most_ms()),
                    config.retry_limit());
        }

        Duration after(int failures) {
            int doublings = Math.min(failures - 1, 20);
            Duration wait = first.multipliedBy(1L << doublings);
            return wait.compareTo(most) < 0 ? wait : most;
        }
    }

    private final PreHook work;
    private final Function<PreHook, Runnable> publisher;
    private final Patience patience;
    private final ScheduledThreadPoolExecutor timer;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<Optional<Runnable>> withdrawal = new AtomicReference<>(Optional.empty());

    /**
     * Prepares; nothing happens before {@link #open}.
     *
     * @param work what the hook does
     * @param publisher offers the hook and gives back how to withdraw it
     */
    PatientHook(PreHook work, Function<PreHook, Runnable> publisher, Patience patience) {
        this.work = work;
        this.publisher = publisher;
        this.patience = patience;
        this.timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "edog-store-hook");
            thread.setDaemon(true);
            return thread;
        });
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void open() {
        timer.execute(this::offer);
    }

    @Override
    public void prepare(DataSource dataSource) throws SQLException {
        try {
            work.prepare(dataSource);
            failures.set(0);
        } catch (SQLException e) {
            retry(e);
            throw e;
        }
    }

    private void retry(SQLException why) {
        int count = failures.incrementAndGet();
        if (count >= patience.limit()) {
            LOG.error("database not ready: {}; given up after {} tries", Causes.deepest(why), count);
        } else if (!timer.isShutdown()) {
            Duration wait = patience.after(count);
            LOG.warn("database not ready: {}; next try in {} ms", Causes.deepest(why), wait.toMillis());
            Future<?> unused = timer.schedule(this::offer, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void offer() {
        withdraw();
        withdrawal.set(Optional.of(publisher.apply(this)));
        if (timer.isShutdown()) {
            withdraw();
        }
    }

    private void withdraw() {
        withdrawal.getAndSet(Optional.empty()).ifPresent(Runnable::run);
    }

    @Override
    public void close() {
        timer.shutdown();
        withdraw();
    }
}
