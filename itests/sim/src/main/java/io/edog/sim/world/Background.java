package io.edog.sim.world;

import io.edog.sim.kernel.Strand;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs what may take long, one thing at a time, on a strand of its own. */
final class Background implements Executor {
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Strand strand;

    Background(Machine machine) {
        this.strand = machine.begin("background", this::run);
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        strand.wake();
    }

    private void run() {
        while (true) {
            while (tasks.isEmpty()) {
                strand.await();
            }
            tasks.remove().run();
        }
    }
}
