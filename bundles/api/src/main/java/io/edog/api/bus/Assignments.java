package io.edog.api.bus;

import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import java.util.List;

/**
 * All that a host shall have: a function of the applied state alone. A host refuses one whose (epoch, index) is below the
 * highest it has seen.
 */
public record Assignments(
        String host, Epoch epoch, Index index, List<GuestAssignment> guests, List<VolumeAssignment> volumes) {
    public Assignments {
        guests = List.copyOf(guests);
        volumes = List.copyOf(volumes);
    }
}
