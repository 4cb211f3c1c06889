package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.RunRecord;
import io.edog.api.bus.Assignments;
import io.edog.api.bus.Daemon;
import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.hypervisor.HypervisorEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What reaches the agent: from the managers, the hypervisor, the kernel, and its own work. */
public sealed interface Input {
    record Assigned(Assignments assignments) implements Input {}

    record Happened(HypervisorEvent event) implements Input {}

    record ProcessGone(DomainKey key, GuestProcess process) implements Input {}

    /** A service came or went. */
    record ServicesChanged() implements Input {}

    /**
     * A look at the hypervisor.
     *
     * @param tick the agent's count when it began
     * @param domains empty if the hypervisor did not answer
     * @param processes empty if they were not looked at
     * @param failure why it did not answer; may be empty
     */
    record Looked(
            long tick,
            Daemon daemon,
            Optional<List<Domain>> domains,
            Optional<Map<String, GuestProcess>> processes,
            String failure)
            implements Input {}

    record ActionDone(DomainKey key, Action action, Outcome outcome) implements Input {}

    record VolumeProgress(VolumeAssignment assignment, int percent) implements Input {}

    /**
     * Work on a volume is over.
     *
     * @param failure why it failed; empty if it did not
     */
    record VolumeDone(VolumeAssignment assignment, long sizeBytes, Optional<String> failure) implements Input {}

    record PoolsSeen(List<PoolReport> pools) implements Input {}

    /** A report was sent, or not. */
    record Reported(Optional<String> failure) implements Input {}

    /** How an action went, and what is remembered of its run since. */
    sealed interface Outcome {
        /**
         * It is done.
         *
         * @param domain as it is now, if that is known without a look
         */
        record Done(Optional<RunRecord> record, Optional<Domain> domain) implements Outcome {}

        /** The hypervisor refused. */
        record Refused(Optional<RunRecord> record, String why) implements Outcome {}

        /** The hypervisor did not answer: it may have been done, or may yet be. */
        record Unanswered(Optional<RunRecord> record, String why) implements Outcome {}

        /** Nothing was begun; it can be tried again. */
        record NotTried(String why) implements Outcome {}

        /** Nothing was begun, and never can be. */
        record Impossible(String why) implements Outcome {}
    }
}
