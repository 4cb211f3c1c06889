package io.edog.sim.zookeeper;

/** The process a session belongs to, as far as the network knows it. */
public interface Party {
    String name();

    /** Between two steps of product code: here it may be killed, or stand still. Only strands come here. */
    void step(String verb, Object what);

    /** Something reaches the process: not while it stands still, and never once it is dead. */
    void deliver(long at, Runnable action);
}
