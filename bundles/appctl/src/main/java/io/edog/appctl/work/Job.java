package io.edog.appctl.work;

import java.util.function.Consumer;

/** The work on one host. */
@FunctionalInterface
public interface Job {
    /**
     * Does it. Called on a thread of its own.
     *
     * @param step is told what is being done, in a few words
     */
    Outcome run(Target target, Consumer<String> step) throws InterruptedException;
}
