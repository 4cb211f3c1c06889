package io.edog.appctl.work;

import io.edog.appctl.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same on many hosts at once, so many at a time. What befalls one host leaves the others alone. */
public final class Fanout {
    private final int atOnce;
    private final Progress progress;

    public Fanout(int atOnce, Progress progress) {
        this.atOnce = atOnce;
        this.progress = progress;
    }

    /** Returns when all are done; the reports are in the order of the hosts. */
    public List<HostReport> run(List<Target> targets, Job job) throws InterruptedException {
        if (targets.isEmpty()) {
            return List.of();
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(atOnce, targets.size()));
        try {
            List<Future<HostReport>> futures = new ArrayList<>();
            for (Target target : targets) {
                futures.add(pool.submit(() -> one(target, job)));
            }
            List<HostReport> reports = new ArrayList<>();
            for (Future<HostReport> future : futures) {
                reports.add(future.get());
            }
            return List.copyOf(reports);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a job let an exception out", e.getCause());
        } finally {
            pool.shutdownNow();
            progress.end();
        }
    }

    /** One host after the other; after the first that is not well the rest is left alone. */
    public List<HostReport> inTurn(List<Target> targets, Job job) throws InterruptedException {
        List<HostReport> reports = new ArrayList<>();
        try {
            for (Target target : targets) {
                boolean goOn = reports.stream().allMatch(HostReport::good);
                reports.add(goOn ? one(target, job) : HostReport.skipped(target, "left as it was"));
            }
        } finally {
            progress.end();
        }
        return List.copyOf(reports);
    }

    private HostReport one(Target target, Job job) throws InterruptedException {
        long since = System.nanoTime();
        Outcome outcome;
        try {
            outcome = job.run(target, what -> progress.step(target, what));
        } catch (Refusal e) {
            outcome = Outcome.failed(e.getMessage() == null ? "" : e.getMessage(), e.cure());
        }
        progress.done(target, outcome);
        return HostReport.of(target, outcome, System.nanoTime() - since);
    }
}
