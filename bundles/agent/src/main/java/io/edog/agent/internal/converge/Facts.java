package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.RunRecord;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.hypervisor.HypervisorEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known of one run when it is decided.
 *
 * @param bootId the host's present boot
 * @param assigned whether assignments of a current epoch were received in this life of the agent
 * @param assignment this run's, if it is assigned
 * @param assignedRun the run that is assigned of this VM, if one is
 * @param record what is remembered of it
 * @param process its process, if known
 * @param processGone whether that process is known to be gone
 * @param end how the hypervisor said it ended
 * @param omen what was heard of it that comes before an end
 * @param goneSince when it was first found gone
 * @param failed why it could not be started or never resumed
 * @param blocked why it can't be started now
 * @param lastButton when its power button was last pressed
 * @param note what last went wrong with it; empty if nothing
 * @param away what was away when it was lost sight of; empty if nothing was
 */
record Facts(
        Instant now,
        String bootId,
        DomainKey key,
        boolean assigned,
        Optional<GuestAssignment> assignment,
        Optional<Long> assignedRun,
        Optional<RunRecord> record,
        Sighting sighting,
        Optional<GuestProcess> process,
        boolean processGone,
        Optional<HypervisorEvent.Kind> end,
        Optional<HypervisorEvent.Kind> omen,
        Optional<Instant> goneSince,
        Optional<String> failed,
        Optional<String> blocked,
        Optional<Instant> lastButton,
        String note,
        String away) {
    /** Whether a process of it is known to exist. */
    boolean processLives() {
        return process.isPresent() && !processGone;
    }
}
