package io.edog.manager.internal;

import io.edog.api.bus.GuestReport;
import io.edog.api.bus.HostReport;
import io.edog.api.model.Kind;
import io.edog.core.plan.Observation;
import io.edog.core.plan.Observation.Seen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What hosts reported last, and what in it is new. Thread-safe. */
final class Observations {
    private final Map<String, Seen> hosts = new ConcurrentHashMap<>();
    private final Map<String, Instant> heardAt = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Clock steady;
    private final Duration agentTimeout;
    private final DirtyMarks dirty;
    private final Runnable wake;

    Observations(Clock clock, Clock steady, Duration agentTimeout, DirtyMarks dirty, Runnable wake) {
        this.clock = clock;
        this.steady = steady;
        this.agentTimeout = agentTimeout;
        this.dirty = dirty;
        this.wake = wake;
    }

    /** From one thread at a time. The same report again, after a reconnection say, tells nothing. */
    void seen(HostReport report) {
        Optional<Seen> before = Optional.ofNullable(hosts.get(report.host()));
        if (before.filter(seen -> seen.report().equals(report)).isPresent()) {
            return;
        }
        heardAt.put(report.host(), steady.instant());
        hosts.put(report.host(), new Seen(report, clock.instant(), before.isPresent()));
        if (before.isEmpty() || hostChanged(before.get(), report)) {
            dirty.mark(Kind.HOST, report.host());
            wake.run();
            return;
        }
        Set<String> changed = changedGuests(before.get().report(), report);
        changed.forEach(vm -> dirty.mark(Kind.VM, vm));
        if (!changed.isEmpty()) {
            wake.run();
        }
    }

    /** The time of day was set: what was heard is as old as before. */
    void clockSet() {
        Instant now = clock.instant();
        Instant here = steady.instant();
        heardAt.forEach((host, at) -> hosts.computeIfPresent(
                host, (h, seen) -> new Seen(seen.report(), now.minus(Duration.between(at, here)), seen.news())));
    }

    Observation snapshot() {
        return new Observation(hosts);
    }

    private boolean hostChanged(Seen before, HostReport after) {
        HostReport old = before.report();
        return before.silence(clock.instant(), agentTimeout).isPresent()
                || old.leaving() != after.leaving()
                || old.libvirt().up() != after.libvirt().up()
                || !old.libvirt().detail().equals(after.libvirt().detail())
                || !old.bootId().equals(after.bootId())
                || !old.volumes().equals(after.volumes())
                || !old.pools().stream()
                        .map(p -> p.id() + p.usable())
                        .toList()
                        .equals(after.pools().stream()
                                .map(p -> p.id() + p.usable())
                                .toList());
    }

    private static Set<String> changedGuests(HostReport before, HostReport after) {
        Set<GuestReport> difference = new HashSet<>(after.guests());
        before.guests().forEach(guest -> {
            if (!difference.remove(guest)) {
                difference.add(guest);
            }
        });
        Set<String> ids = new HashSet<>();
        difference.forEach(guest -> ids.add(guest.vm()));
        return ids;
    }
}
