package io.edog.manager.internal;

import io.edog.api.journal.Leadership;
import io.edog.api.member.Standing;
import java.util.Optional;

/** Whether this manager may answer, and why not. Written by the loop, read by anyone. */
final class Fitness {
    private final Replica replica;
    private final Contact contact;
    private final Leadership leadership;
    private final OutOfService outOfService;
    private volatile String trouble = "";

    Fitness(Replica replica, Contact contact, Leadership leadership, OutOfService outOfService) {
        this.replica = replica;
        this.contact = contact;
        this.leadership = leadership;
        this.outOfService = outOfService;
    }

    Standing standing() {
        if (outOfService.reason().isPresent()) {
            return Standing.OUT_OF_SERVICE;
        }
        return replica.caughtUp() && contact.fresh() ? Standing.SERVING : Standing.CATCHING_UP;
    }

    boolean serving() {
        return standing() == Standing.SERVING;
    }

    /** Why the last step failed, in a sentence; empty when it did not. */
    String trouble() {
        return trouble;
    }

    void trouble(String why) {
        trouble = why;
    }

    /** Why it does not serve, in a sentence. */
    String reason() {
        return outOfService
                .reason()
                .or(() -> Optional.of(trouble).filter(why -> !why.isEmpty()))
                .or(leadership::trouble)
                .or(() -> replica.caughtUp() ? contact.trouble() : Optional.empty())
                .orElse("this manager is starting");
    }
}
