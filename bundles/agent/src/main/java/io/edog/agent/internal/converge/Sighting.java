package io.edog.agent.internal.converge;

import io.edog.api.hypervisor.Domain;

/** What the newest look that counts says of a run's domain. A look counts if nothing was done to the run since it began. */
sealed interface Sighting {
    /** There was no such look yet. */
    record Unseen() implements Sighting {}

    /** The hypervisor does not answer; never means that anything is gone. */
    record Silent(String why) implements Sighting {}

    /** It is not there. */
    record Absent() implements Sighting {}

    record Present(Domain domain) implements Sighting {}
}
