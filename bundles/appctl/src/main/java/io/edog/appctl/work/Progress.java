package io.edog.appctl.work;

/** Shows, while it goes on, what is done where. Thread-safe. */
public interface Progress {
    /** A host is at a new step. */
    void step(Target target, String what);

    /** A host is done. */
    void done(Target target, Outcome outcome);

    /** Nothing follows. */
    void end();

    /** Shows nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void step(Target target, String what) {
                // nobody looks
            }

            @Override
            public void done(Target target, Outcome outcome) {
                // nobody looks
            }

            @Override
            public void end() {
                // nobody looks
            }
        };
    }
}
