package io.edog.manager.internal;

/** Whether this manager should lead: not while it could not do the work. Used by the loop; {@link #stuck} is for those who watch it. */
final class Candidacy {
    private static final int FAILURES = 2;

    private final Ports ports;
    private final Replica replica;
    private final Term term;
    private boolean willing = true;
    private int storeFailures;

    Candidacy(Ports ports, Replica replica, Term term) {
        this.ports = ports;
        this.replica = replica;
        this.term = term;
    }

    void storeFailed() {
        storeFailures++;
    }

    void stepped() {
        storeFailures = 0;
    }

    /** Stands for election or not, as it is now. */
    synchronized void look() {
        boolean fit = replica.caughtUp() && storeFailures < FAILURES && !term.barred();
        if (fit != willing || (!fit && term.elected())) {
            willing = fit;
            ports.leadership().willing(fit);
        }
    }

    /** The loop does not come to {@link #look}; when it does again, that decides. */
    synchronized void stuck() {
        willing = false;
        ports.leadership().willing(false);
    }
}
