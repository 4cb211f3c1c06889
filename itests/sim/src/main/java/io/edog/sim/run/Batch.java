package io.edog.sim.run;

import io.edog.sim.kernel.Trace;
import io.edog.sim.oracle.Violation;
import io.edog.sim.world.Outcome;
import io.edog.sim.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Many schedules, one after the other on each processor. */
final class Batch {
    private final long from;
    private final long until;
    private final int mostFailures;
    private final boolean shrinks;
    private final AtomicLong next;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();

    Batch(long from, long seeds, int mostFailures, boolean shrinks) {
        this.shrinks = shrinks;
        this.from = from;
        this.until = from + seeds;
        this.mostFailures = mostFailures;
        this.next = new AtomicLong(from);
    }

    /** Runs all, or until there are as many failures as wanted. */
    void run(int processors) throws InterruptedException {
        List<Thread> drivers = new ArrayList<>();
        for (int i = 0; i < processors; i++) {
            Thread driver = new Thread(this::drive, "edog-sim-" + i);
            driver.start();
            drivers.add(driver);
        }
        for (Thread driver : drivers) {
            driver.join();
        }
    }

    private void drive() {
        ExecutorService crew = crew();
        long seed = next.getAndIncrement();
        while (seed < until && !enough()) {
            one(seed, crew);
            seed = next.getAndIncrement();
        }
        crew.shutdown();
    }

    static ExecutorService crew() {
        return Executors.newCachedThreadPool(daemons("edog-sim-strand"));
    }

    static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private void one(long seed, ExecutorService crew) {
        Outcome outcome = new World(seed, crew, new Trace(false), fault -> true).run();
        done.incrementAndGet();
        steps.addAndGet(outcome.steps());
        add(outcome.counts());
        outcome.violation().ifPresent(violation -> failed(seed, crew, outcome, violation));
    }

    private synchronized void add(Map<String, Integer> more) {
        more.forEach((what, number) -> counts.merge(what, (long) number, Long::sum));
    }

    private void failed(long seed, ExecutorService crew, Outcome outcome, Violation violation) {
        if (!shrinks) {
            add(new Failure(seed, violation.rule(), violation.detail(), outcome.steps(), outcome.struck(), List.of()));
        } else if (!enough()) {
            Set<Integer> enough = new Shrinker(crew, seed, violation.rule()).shrink(outcome.struck());
            Trace trace = new Trace(true);
            Outcome shrunk = new World(seed, crew, trace, enough::contains).run();
            Violation told = shrunk.violation().orElse(violation);
            add(new Failure(seed, told.rule(), told.detail(), shrunk.steps(), shrunk.struck(), trace.lines()));
        }
    }

    private synchronized void add(Failure failure) {
        failures.add(failure);
    }

    private synchronized boolean enough() {
        return failures.size() >= mostFailures;
    }

    long from() {
        return from;
    }

    long done() {
        return done.get();
    }

    long steps() {
        return steps.get();
    }

    synchronized Map<String, Long> counts() {
        return counts;
    }

    synchronized List<Failure> failures() {
        return failures;
    }
}
