package io.edog.sim.kernel;

/** Unwinds a strand whose process was killed. Product code has no business with it. */
public final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    public Killed() {
        super("killed", null, false, false);
    }
}
