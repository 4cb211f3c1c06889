package io.edog.agent.internal.converge;

import io.edog.agent.internal.CallTimeoutException;
import io.edog.agent.internal.Reason;
import io.edog.agent.internal.ServiceSlot;
import io.edog.agent.internal.Storage;
import io.edog.agent.internal.TimedCalls;
import io.edog.agent.internal.converge.Input.Outcome;
import io.edog.agent.internal.record.RecordException;
import io.edog.agent.internal.record.Records;
import io.edog.agent.internal.record.RunRecord;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestDisk;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainSpec;
import io.edog.api.hypervisor.DomainSpec.DiskFile;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.GuestProcesses;
import io.edog.api.hypervisor.Hypervisor;
import io.edog.api.hypervisor.HypervisorException;
import io.edog.api.hypervisor.HypervisorSilentException;
import io.edog.api.hypervisor.NoSuchDomainException;
import io.edog.api.hypervisor.PauseReason;
import io.edog.api.model.Order.OrderKind;
import io.edog.api.storage.StorageDriver;
import io.edog.api.storage.StorageDriver.GuestImage;
import io.edog.api.storage.StorageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does to a run what was decided. Blocks as long as the hypervisor and the storage do; runs as a job. */
final class GuestWork {
    private static final Logger LOG = LoggerFactory.getLogger(GuestWork.class);

    private final Hypervisor hypervisor;
    private final GuestProcesses processes;
    private final Records records;
    private final ServiceSlot<StorageDriver> storage;
    private final TimedCalls storageCalls;
    private final Duration storageLimit;
    private final InstantSource clock;

    GuestWork(
            Hypervisor hypervisor,
            GuestProcesses processes,
            Records records,
            ServiceSlot<StorageDriver> storage,
            TimedCalls storageCalls,
            Duration storageLimit,
            InstantSource clock) {
        this.hypervisor = hypervisor;
        this.processes = processes;
        this.records = records;
        this.storage = storage;
        this.storageCalls = storageCalls;
        this.storageLimit = storageLimit;
        this.clock = clock;
    }

    Outcome start(GuestAssignment assignment) {
        if (storage.get().isEmpty() && !assignment.spec().disks().isEmpty()) {
            return new Outcome.NotTried(Storage.ABSENT);
        }
        List<DiskFile> disks;
        try {
            disks = assignment.spec().disks().stream().map(this::disk).toList();
        } catch (StorageException e) {
            return new Outcome.Impossible(Reason.of(e));
        } catch (CallTimeoutException e) {
            return new Outcome.NotTried(Reason.of(e));
        }
        DomainKey key = new DomainKey(assignment.vm(), assignment.run());
        RunRecord intent = RunRecord.intent(key, assignment.bootId(), clock.instant());
        try {
            records.write(intent);
        } catch (RecordException e) {
            return new Outcome.NotTried(Reason.of(e));
        }
        DomainSpec spec = spec(key, assignment, disks);
        return attempt(Optional.of(intent), () -> {
            hypervisor.createPaused(spec);
            return new Outcome.Done(Optional.of(withProcess(intent)), Optional.of(created(spec)));
        });
    }

    private DiskFile disk(GuestDisk disk) {
        StorageDriver driver = storage.get().orElseThrow(() -> new StorageException(Storage.ABSENT));
        GuestImage image = storageCalls.call(
                "looking up volume " + disk.volume(),
                storageLimit,
                () -> driver.image(disk.pool(), disk.tenant(), disk.volume()));
        return new DiskFile(image.path(), image.format(), disk.bus());
    }

    private static DomainSpec spec(DomainKey key, GuestAssignment assignment, List<DiskFile> disks) {
        return new DomainSpec(
                key,
                assignment.bootId(),
                assignment.operation(),
                assignment.spec().name(),
                assignment.spec().cpus(),
                assignment.spec().memoryMiB(),
                disks,
                assignment.spec().nics());
    }

    private static Domain created(DomainSpec spec) {
        return new Domain(spec.key(), spec.bootId(), spec.operation(), DomainState.PAUSED, PauseReason.REQUESTED, "");
    }

    /** Its process is looked for at once, so that it is watched from its first moment. */
    private RunRecord withProcess(RunRecord intent) {
        RunRecord known = Optional.ofNullable(processes.running().get(intent.vm()))
                .map(intent::withProcess)
                .orElse(intent);
        try {
            records.write(known);
        } catch (RecordException e) {
            LOG.warn("guest {}: {}", intent.key(), e.getMessage());
        }
        return known;
    }

    Outcome resume(RunRecord record, Domain domain) {
        return attempt(Optional.of(record), () -> {
            RunRecord resumed = record.resumed() ? record : record.withResumed();
            if (!record.resumed()) {
                records.write(resumed);
            }
            hypervisor.resume(record.key());
            return new Outcome.Done(
                    Optional.of(resumed), Optional.of(domain.withState(DomainState.RUNNING, PauseReason.NONE)));
        });
    }

    Outcome suspend(RunRecord record, Domain domain) {
        return attempt(Optional.of(record), () -> {
            hypervisor.suspend(record.key());
            return new Outcome.Done(
                    Optional.of(record), Optional.of(domain.withState(DomainState.PAUSED, PauseReason.REQUESTED)));
        });
    }

    Outcome pressButton(RunRecord record, Domain domain) {
        return attempt(Optional.of(record), () -> {
            hypervisor.pressPowerButton(record.key());
            return new Outcome.Done(Optional.of(record), Optional.of(domain));
        });
    }

    Outcome obey(RunRecord record, Domain domain, Action.Obey obey) {
        RunRecord obeyed = record.withOrder(obey.order().task());
        try {
            records.write(obeyed);
        } catch (RecordException e) {
            return new Outcome.NotTried(Reason.of(e));
        }
        return attempt(Optional.of(obeyed), () -> {
            if (obey.order().kind() == OrderKind.REBOOT) {
                hypervisor.reboot(record.key());
            } else {
                hypervisor.reset(record.key());
            }
            return new Outcome.Done(Optional.of(obeyed), Optional.of(domain));
        });
    }

    Outcome destroy(DomainKey key, Optional<RunRecord> record, Action.Destroy destroy) {
        LOG.info("guest {}: ending it: {}", key, destroy.why());
        return attempt(record, () -> {
            try {
                if (destroy.force() || !flushed(key)) {
                    hypervisor.destroy(key, true);
                }
            } catch (NoSuchDomainException e) {
                LOG.debug("guest {}: it has ended by itself", key);
            }
            return new Outcome.Done(record, Optional.empty());
        });
    }

    private boolean flushed(DomainKey key) {
        try {
            hypervisor.destroy(key, false);
            return true;
        } catch (NoSuchDomainException e) {
            throw e;
        } catch (HypervisorException e) {
            LOG.warn("guest {}: ending it gently failed, now by force: {}", key, e.getMessage());
            return false;
        }
    }

    private interface Attempt {
        Outcome run();
    }

    private static Outcome attempt(Optional<RunRecord> record, Attempt attempt) {
        try {
            return attempt.run();
        } catch (HypervisorSilentException e) {
            return new Outcome.Unanswered(record, Reason.of(e));
        } catch (HypervisorException e) {
            return new Outcome.Refused(record, Reason.of(e));
        } catch (RecordException e) {
            return new Outcome.NotTried(Reason.of(e));
        } catch (RuntimeException e) {
            // whatever it was, it may have been done: a begun run stays begun
            LOG.error("working on a guest failed unexpectedly", e);
            return new Outcome.Unanswered(record, Reason.of(e));
        }
    }
}
