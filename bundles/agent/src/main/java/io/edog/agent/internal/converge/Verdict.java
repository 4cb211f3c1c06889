package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.Ending;
import io.edog.api.bus.GuestState;
import java.time.Instant;
import java.util.Optional;

/** What is decided of one run. */
sealed interface Verdict {
    /**
     * It goes on.
     *
     * @param state as reported
     * @param detail why, in a sentence; may be empty
     * @param action what to do, if anything
     * @param wake when to decide anew, if nothing happens before
     */
    record Goes(GuestState state, String detail, Optional<Action> action, Optional<Instant> wake) implements Verdict {
        Goes(GuestState state, String detail) {
            this(state, detail, Optional.empty(), Optional.empty());
        }

        Goes act(Action next) {
            return new Goes(state, detail, Optional.of(next), wake);
        }

        Goes wakeAt(Instant at) {
            return new Goes(state, detail, action, Optional.of(at));
        }
    }

    /** As before, until it is known why it is gone; look again then. */
    record Holds(Instant wake) implements Verdict {}

    /** It is over for good, which is to be remembered. */
    record Ends(Ending ending) implements Verdict {}

    /** Nothing is left of it and nobody asks for it. */
    record Forgotten() implements Verdict {}
}
