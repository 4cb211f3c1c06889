package io.edog.agent.internal.converge;

import io.edog.agent.internal.Reason;
import io.edog.api.bus.Daemon;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.hypervisor.GuestProcesses;
import io.edog.api.hypervisor.Hypervisor;
import io.edog.api.hypervisor.HypervisorEvent;
import io.edog.api.hypervisor.HypervisorEvent.Kind;
import io.edog.api.hypervisor.HypervisorException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is seen of the runs: looks at the hypervisor, its events, and the ends of processes. Belongs to the thread that
 * makes the agent's steps, but for the looks themselves.
 */
final class Sights {
    private static final Logger LOG = LoggerFactory.getLogger(Sights.class);

    private final Hypervisor hypervisor;
    private final GuestProcesses processes;
    private final GuestTable table;
    private final Inbox inbox;
    private final Jobs jobs;
    private final Duration interval;

    private Daemon daemon;
    private boolean asked;
    private boolean looking;
    private boolean again = true;
    private Instant next = Instant.EPOCH;

    /** Counts what is done to runs: a look counts for a run only if it began after the last such thing. */
    private long tick;

    Sights(
            Hypervisor hypervisor,
            GuestProcesses processes,
            GuestTable table,
            Inbox inbox,
            Jobs jobs,
            Duration interval,
            Instant now) {
        this.hypervisor = hypervisor;
        this.processes = processes;
        this.table = table;
        this.inbox = inbox;
        this.jobs = jobs;
        this.interval = interval;
        this.daemon = new Daemon(false, "libvirtd has not answered yet", now);
    }

    Daemon daemon() {
        return daemon;
    }

    /** Why the hypervisor says nothing; empty while it answers, and until it was asked. */
    Optional<String> silence() {
        return daemon.up() || !asked ? Optional.empty() : Optional.of(daemon.detail());
    }

    /** Something was done to a run: only looks that begin from now on count for it. */
    void settle(Slot slot) {
        tick++;
        slot.settled = tick;
        again = true;
    }

    /** Something is asked that the looks so far may not answer. */
    void lookSoon() {
        again = true;
    }

    /** Begins a look if one is due; when the next is. */
    Instant look(Instant now) {
        if (looking) {
            return now.plus(interval);
        }
        if (!again && now.isBefore(next)) {
            return next;
        }
        long began = tick;
        boolean scan = table.slots().stream().anyMatch(slot -> slot.live() && slot.process.isEmpty());
        next = now.plus(interval);
        if (jobs.start("look", () -> look(began, scan))) {
            looking = true;
            again = false;
        }
        return next;
    }

    private Input look(long began, boolean scan) {
        try {
            List<Domain> domains = hypervisor.domains();
            Optional<Map<String, GuestProcess>> running = scan ? Optional.of(processes.running()) : Optional.empty();
            return new Input.Looked(began, hypervisor.daemon(), Optional.of(domains), running, "");
        } catch (HypervisorException e) {
            return failed(began, e);
        } catch (RuntimeException e) {
            LOG.error("looking at the hypervisor failed unexpectedly", e);
            return failed(began, e);
        }
    }

    private Input failed(long began, RuntimeException e) {
        return new Input.Looked(began, hypervisor.daemon(), Optional.empty(), Optional.empty(), Reason.of(e));
    }

    /** Takes a look's result. */
    void looked(Input.Looked looked, Instant now) {
        looking = false;
        asked = true;
        if (looked.domains().isEmpty()) {
            silent(looked, now);
            return;
        }
        daemon = looked.daemon();
        Map<DomainKey, Domain> seen = looked.domains().get().stream()
                .collect(Collectors.toMap(Domain::key, Function.identity(), (a, b) -> a));
        seen.keySet().forEach(key -> table.slot(key, now));
        table.slots().stream()
                .filter(slot -> slot.busy.isEmpty() && slot.settled <= looked.tick())
                .forEach(slot -> sighted(slot, Optional.ofNullable(seen.get(slot.key)), now));
        looked.processes().ifPresent(this::found);
    }

    /** A daemon that answered and does so no more: what was seen before is worth nothing. */
    private void silent(Input.Looked looked, Instant now) {
        boolean known = !looked.daemon().up();
        String why = "libvirtd does not answer: " + looked.failure();
        daemon = known ? looked.daemon() : daemon.up() ? new Daemon(false, why, now) : daemon;
        for (Slot slot : table.slots()) {
            slot.sighting = new Sighting.Unseen();
            slot.away = slot.away.isEmpty() ? "libvirtd" : slot.away;
        }
    }

    private static void sighted(Slot slot, Optional<Domain> domain, Instant now) {
        if (domain.isEmpty()) {
            slot.sighting = new Sighting.Absent();
            slot.goneSince = slot.goneSince.or(() -> Optional.of(now));
            return;
        }
        slot.sighting = new Sighting.Present(domain.get());
        if (!slot.processGone && domain.get().state() != DomainState.ENDING) {
            // it is there after all: what was heard of an end was another run's, or a restart that looks like one
            slot.goneSince = Optional.empty();
            slot.end = Optional.empty();
            slot.omen = Optional.empty();
            slot.away = "";
        }
    }

    private void found(Map<String, GuestProcess> running) {
        for (Slot slot : table.slots()) {
            Optional<GuestProcess> process = Optional.ofNullable(running.get(slot.key.vm()));
            if (slot.live() && slot.process.isEmpty() && process.isPresent()) {
                watch(slot, process.get());
                slot.record
                        .filter(record -> !slot.ended() && slot.busy.isEmpty())
                        .ifPresent(record -> table.remember(slot, record.withProcess(process.get())));
            }
        }
    }

    /** From now on the end of a run's process is known at once. */
    void watch(Slot slot, GuestProcess process) {
        DomainKey key = slot.key;
        slot.process = Optional.of(process);
        slot.watch = Optional.of(processes.watch(process, () -> inbox.hint(new Input.ProcessGone(key, process))));
    }

    void gone(Input.ProcessGone gone, Instant now) {
        table.find(gone.key())
                .filter(slot -> slot.process.equals(Optional.of(gone.process())))
                .ifPresent(slot -> gone(slot, now));
    }

    /** Only looks from now on tell what the hypervisor knew when it was gone. */
    private void gone(Slot slot, Instant now) {
        slot.processGone = true;
        slot.goneSince = slot.goneSince.or(() -> Optional.of(now));
        slot.sighting = new Sighting.Unseen();
        settle(slot);
    }

    void happened(HypervisorEvent event) {
        again = true;
        if (event instanceof HypervisorEvent.OfDomain of) {
            table.ofVm(of.vm()).stream()
                    .filter(slot -> slot.live()
                            && slot.busy.filter(Action.Start.class::isInstance).isEmpty())
                    .forEach(slot -> happened(slot, of.kind()));
        }
    }

    private void happened(Slot slot, Kind kind) {
        if (kind.end()) {
            slot.end = slot.end.or(() -> Optional.of(kind));
        } else if (kind != Kind.CHANGED) {
            // only looks from now on can tell that it was nothing
            slot.omen = Optional.of(kind);
            settle(slot);
        }
    }

    /** Hints were lost: whatever they may have said is looked up. */
    void recheck(Instant now) {
        again = true;
        table.slots().stream()
                .filter(slot -> slot.process.filter(it -> !processes.alive(it)).isPresent())
                .forEach(slot -> gone(slot, now));
    }
}
