package io.edog.agent.internal.volume;

import io.edog.agent.internal.Reason;
import io.edog.agent.internal.ServiceSlot;
import io.edog.agent.internal.Storage;
import io.edog.agent.internal.converge.Input;
import io.edog.agent.internal.converge.Jobs;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.bus.VolumeReport;
import io.edog.api.bus.VolumeReport.Progress;
import io.edog.api.storage.StorageDriver;
import io.edog.api.storage.StorageException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The volumes and templates this host is to make or remove, a few at a time. What failed stays failed until the managers
 * ask for something else. Belongs to the thread that makes the agent's steps.
 */
public final class VolumeTable {
    private static final Logger LOG = LoggerFactory.getLogger(VolumeTable.class);

    private final Jobs jobs;
    private final ServiceSlot<StorageDriver> storage;
    private final Consumer<Input> progress;
    private final int most;
    private Map<VolumeAssignment, VolumeReport> reports = new LinkedHashMap<>();
    private final Set<String> working = new HashSet<>();

    /**
     * None assigned yet.
     *
     * @param progress takes how far the work is, from the jobs' threads
     * @param most how many are worked on at a time
     */
    public VolumeTable(Jobs jobs, ServiceSlot<StorageDriver> storage, Consumer<Input> progress, int most) {
        this.jobs = jobs;
        this.storage = storage;
        this.progress = progress;
        this.most = most;
    }

    /** Takes the newest assignments; work on what is asked for no more goes on to its end unheard. */
    public void assign(List<VolumeAssignment> assignments) {
        reports = assignments.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        it -> reports.getOrDefault(it, waiting(it)),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private static VolumeReport waiting(VolumeAssignment assignment) {
        return report(assignment, Progress.WAITING, "", 0, 0);
    }

    /** Begins the work that can begin. */
    public void work() {
        Optional<StorageDriver> driver = storage.get();
        for (VolumeAssignment assignment : List.copyOf(reports.keySet())) {
            if (reports.getOrDefault(assignment, waiting(assignment)).state() != Progress.WAITING) {
                continue;
            }
            if (driver.isEmpty()) {
                put(report(assignment, Progress.WAITING, Storage.ABSENT, 0, 0), assignment);
            } else if (begins(driver.get(), assignment)) {
                put(report(assignment, Progress.WORKING, "", 0, 0), assignment);
            } else {
                put(report(assignment, Progress.WAITING, "other work on volumes goes first", 0, 0), assignment);
            }
        }
    }

    /** One thing at a time is done to a volume, also when what was asked for has changed meanwhile. */
    private boolean begins(StorageDriver driver, VolumeAssignment assignment) {
        return working.size() < most
                && !working.contains(assignment.id())
                && jobs.start("volume " + assignment.id(), job(driver, assignment))
                && working.add(assignment.id());
    }

    private Supplier<Input> job(StorageDriver driver, VolumeAssignment assignment) {
        return () -> {
            try {
                long size = driver.ensure(
                        assignment, percent -> progress.accept(new Input.VolumeProgress(assignment, percent)));
                return new Input.VolumeDone(assignment, size, Optional.empty());
            } catch (StorageException e) {
                return new Input.VolumeDone(assignment, 0, Optional.of(Reason.of(e)));
            } catch (RuntimeException e) {
                LOG.error("volume {}: {} failed unexpectedly", assignment.id(), assignment.target(), e);
                return new Input.VolumeDone(assignment, 0, Optional.of("unexpected: " + Reason.of(e)));
            }
        };
    }

    public void progressed(Input.VolumeProgress seen) {
        VolumeAssignment assignment = seen.assignment();
        if (Optional.ofNullable(reports.get(assignment))
                .filter(it -> it.state() == Progress.WORKING)
                .isPresent()) {
            put(report(assignment, Progress.WORKING, "", 0, seen.percent()), assignment);
        }
    }

    /** Takes the end of a work; one whose storage went away meanwhile is done again when that is back. */
    public void done(Input.VolumeDone done) {
        working.remove(done.assignment().id());
        if (!reports.containsKey(done.assignment())) {
            return;
        }
        VolumeAssignment assignment = done.assignment();
        if (done.failure().isPresent() && storage.get().isEmpty()) {
            put(waiting(assignment), assignment);
        } else if (done.failure().isPresent()) {
            LOG.warn(
                    "volume {}: {} failed: {}",
                    assignment.id(),
                    assignment.target(),
                    done.failure().get());
            put(report(assignment, Progress.FAILED, done.failure().get(), 0, 0), assignment);
        } else {
            put(report(assignment, Progress.DONE, "", done.sizeBytes(), 100), assignment);
        }
    }

    public List<VolumeReport> reports() {
        return List.copyOf(reports.values());
    }

    private void put(VolumeReport report, VolumeAssignment assignment) {
        reports.put(assignment, report);
    }

    private static VolumeReport report(
            VolumeAssignment assignment, Progress state, String detail, long size, int percent) {
        return new VolumeReport(assignment.id(), assignment.target(), state, detail, size, percent);
    }
}
