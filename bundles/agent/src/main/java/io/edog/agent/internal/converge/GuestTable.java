package io.edog.agent.internal.converge;

import io.edog.agent.internal.Reason;
import io.edog.agent.internal.record.RecordException;
import io.edog.agent.internal.record.Records;
import io.edog.agent.internal.record.RunRecord;
import io.edog.agent.internal.record.RunRecord.SeenStop;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestReport;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.model.Power;
import io.edog.api.model.StopRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs this host knows of: assigned, remembered, or seen. Belongs to the thread that makes the agent's steps. */
final class GuestTable {
    private static final Logger LOG = LoggerFactory.getLogger(GuestTable.class);

    private final Records records;
    private final Map<DomainKey, Slot> slots =
            new TreeMap<>(java.util.Comparator.comparing(DomainKey::vm).thenComparing(DomainKey::run));
    private Map<String, Long> assignedRuns = Map.of();
    private boolean assigned;

    GuestTable(Records records) {
        this.records = records;
    }

    Collection<Slot> slots() {
        return List.copyOf(slots.values());
    }

    Optional<Slot> find(DomainKey key) {
        return Optional.ofNullable(slots.get(key));
    }

    Slot slot(DomainKey key, Instant now) {
        return slots.computeIfAbsent(key, it -> new Slot(it, now));
    }

    List<Slot> ofVm(String vm) {
        return slots.values().stream().filter(slot -> slot.key.vm().equals(vm)).toList();
    }

    /** Whether assignments of a current epoch were received in this life of the agent. */
    boolean assigned() {
        return assigned;
    }

    Optional<Long> assignedRun(String vm) {
        return Optional.ofNullable(assignedRuns.get(vm));
    }

    /** Takes the newest assignments. */
    void assign(List<GuestAssignment> assignments, Instant now) {
        assigned = true;
        assignedRuns =
                assignments.stream().collect(Collectors.toMap(GuestAssignment::vm, GuestAssignment::run, Math::max));
        Map<DomainKey, GuestAssignment> byKey = assignments.stream()
                .collect(Collectors.toMap(it -> new DomainKey(it.vm(), it.run()), Function.identity(), (a, b) -> a));
        slots.values().forEach(slot -> slot.assignment = Optional.ofNullable(byKey.get(slot.key)));
        byKey.forEach((key, assignment) -> slot(key, now).assignment = Optional.of(assignment));
    }

    /** The grace time counts from when the request was first seen, also across restarts of the agent. */
    void rememberStop(Slot slot, Instant now) {
        Optional<StopRequest> request =
                slot.assignment.filter(it -> it.power() == Power.STOPPED).flatMap(GuestAssignment::stop);
        boolean known =
                slot.record.flatMap(RunRecord::stop).map(SeenStop::request).equals(request);
        if (request.isPresent() && !known && slot.record.isPresent() && !slot.ended()) {
            remember(slot, slot.record.get().withStop(new SeenStop(request.get(), now)));
        }
    }

    /** Makes a record the run's present one, on disk as far as that can be. */
    void remember(Slot slot, RunRecord record) {
        slot.record = Optional.of(record);
        try {
            records.write(record);
        } catch (RecordException e) {
            LOG.error("guest {}: {}", slot.name(), Reason.of(e));
        }
    }

    void forget(Slot slot) {
        slot.watch.ifPresent(it -> it.close());
        slots.remove(slot.key);
        slot.record.ifPresent(it -> records.forget(slot.key));
    }

    /** Why a run can't begin yet, because of another of its VM. */
    Optional<String> inTheWay(Slot slot) {
        return ofVm(slot.key.vm()).stream()
                .filter(other -> other != slot && !other.outOfTheWay())
                .findFirst()
                .map(other -> "run " + other.key.run() + " of it is still being removed");
    }

    List<GuestReport> reports() {
        return slots.values().stream().map(Slot::report).toList();
    }
}
