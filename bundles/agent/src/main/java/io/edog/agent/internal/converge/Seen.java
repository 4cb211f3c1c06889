package io.edog.agent.internal.converge;

import io.edog.api.bus.GuestState;
import io.edog.api.hypervisor.Domain;

/** A domain's state in the words of a report. */
final class Seen {
    private Seen() {}

    static Verdict.Goes as(Domain domain) {
        return switch (domain.state()) {
            case STARTING -> new Verdict.Goes(GuestState.STARTING, domain.detail());
            case RUNNING -> new Verdict.Goes(GuestState.RUNNING, domain.detail());
            case PAUSED -> new Verdict.Goes(GuestState.PAUSED, domain.detail());
            case ENDING -> new Verdict.Goes(GuestState.STOPPING, "its guest has powered off");
        };
    }
}
