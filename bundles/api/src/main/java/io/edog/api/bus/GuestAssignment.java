package io.edog.api.bus;

import io.edog.api.model.Order;
import io.edog.api.model.Power;
import io.edog.api.model.StopRequest;
import java.util.Optional;

/**
 * A guest a host shall have. A level, not an edge: it stands until it changes.
 *
 * @param vm id of the VM
 * @param run number of the run; started at most once
 * @param bootId the boot of the host that the run belongs to; on another boot it is over
 * @param operation id of the task that began it, for the domain's metadata
 * @param power what the guest shall be
 * @param stop how to end it, when {@code power} is stopped
 * @param order what to do once while it runs; the agent reports the task of the last one done
 */
public record GuestAssignment(
        String vm,
        long run,
        String bootId,
        String operation,
        Power power,
        GuestSpec spec,
        Optional<StopRequest> stop,
        Optional<Order> order) {}
