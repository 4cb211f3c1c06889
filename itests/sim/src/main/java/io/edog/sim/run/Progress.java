package io.edog.sim.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says now and then how many schedules are done, and when the last will be, until it is ended. */
final class Progress {
    private static final long EVERY_SECONDS = 20;

    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Batch.daemons("edog-sim-progress"));
    private final Batch batch;
    private final long seeds;
    private final PrintStream out;
    private long before;

    Progress(Batch batch, long seeds, PrintStream out) {
        this.batch = batch;
        this.seeds = seeds;
        this.out = out;
        Future<?> unused = clock.scheduleAtFixedRate(this::tell, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void tell() {
        long done = batch.done();
        long perSecond = (done - before) / EVERY_SECONDS;
        before = done;
        Duration left = Duration.ofSeconds((seeds - done) / Math.max(1, perSecond));
        out.printf(
                Locale.ROOT,
                "  %d of %d schedules, %d/s, about %d min %d s left%n",
                done,
                seeds,
                perSecond,
                left.toMinutes(),
                left.toSecondsPart());
    }

    void end() {
        clock.shutdownNow();
    }
}
