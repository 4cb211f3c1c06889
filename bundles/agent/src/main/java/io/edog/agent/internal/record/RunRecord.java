package io.edog.agent.internal.record;

import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.model.StopRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a run on this host. That it exists means that the run was begun: a run is never begun twice.
 *
 * @param bootId the host's boot it was begun in
 * @param begun when the intent was written, before the domain was created
 * @param process the guest's process, once known
 * @param resumed whether the guest was ever let run
 * @param lastOrder task of the last order, written before it was carried out
 * @param stop the request to end it, since when this host knows it
 * @param ending how it ended; it is over for good then
 */
public record RunRecord(
        String vm,
        long run,
        String bootId,
        Instant begun,
        Optional<GuestProcess> process,
        boolean resumed,
        Optional<String> lastOrder,
        Optional<SeenStop> stop,
        Optional<Ending> ending) {
    /**
     * A request to end a run.
     *
     * @param seen when this host first saw it: its grace time counts from then
     */
    public record SeenStop(StopRequest request, Instant seen) {}

    /** One that has just been begun. */
    public static RunRecord intent(DomainKey key, String bootId, Instant now) {
        return new RunRecord(
                key.vm(),
                key.run(),
                bootId,
                now,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public DomainKey key() {
        return new DomainKey(vm, run);
    }

    public RunRecord withProcess(GuestProcess known) {
        return new RunRecord(vm, run, bootId, begun, Optional.of(known), resumed, lastOrder, stop, ending);
    }

    public RunRecord withResumed() {
        return new RunRecord(vm, run, bootId, begun, process, true, lastOrder, stop, ending);
    }

    public RunRecord withOrder(String task) {
        return new RunRecord(vm, run, bootId, begun, process, resumed, Optional.of(task), stop, ending);
    }

    public RunRecord withStop(SeenStop seen) {
        return new RunRecord(vm, run, bootId, begun, process, resumed, lastOrder, Optional.of(seen), ending);
    }

    public RunRecord ended(Ending how) {
        return new RunRecord(vm, run, bootId, begun, process, resumed, lastOrder, stop, Optional.of(how));
    }
}
