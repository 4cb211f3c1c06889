package io.edog.agent.internal.converge;

import java.util.function.Supplier;

/** Runs what may take long, beside the agent's steps. */
public interface Jobs {
    /**
     * Runs work elsewhere; its result reaches the inbox.
     *
     * @param work never throws
     * @return false if too much runs already
     */
    boolean start(String name, Supplier<Input> work);
}
