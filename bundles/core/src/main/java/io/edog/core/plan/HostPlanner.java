package io.edog.core.plan;

import io.edog.api.bus.HostReport;
import io.edog.api.bus.PoolReport;
import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.model.Kind;
import io.edog.api.model.Pool;
import io.edog.api.model.Tenants;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Records hosts and their pools as they are reported, and notices silence. */
final class HostPlanner {
    private static final String UP = "up";

    private HostPlanner() {}

    static void plan(PlanContext context, String id) {
        Optional<Host> known = context.draft.state().find(Host.class, id);
        Optional<Observation.Seen> seen = context.observation.of(id);
        if (seen.isEmpty()) {
            known.ifPresent(host -> unknown(context, host, "no report of this host has been seen yet"));
            return;
        }
        if (context.early(id)) {
            wakeWhenSilent(context, seen.get());
            return;
        }
        Optional<String> silence = seen.get().silence(context.now, context.settings.agentTimeout());
        if (silence.isPresent()) {
            known.ifPresent(host -> unknown(context, host, silence.get()));
            return;
        }
        wakeWhenSilent(context, seen.get());
        HostReport report = seen.get().report();
        context.draft.put(host(known, report, context.now));
        report.pools().stream().filter(PoolReport::usable).forEach(pool -> pool(context, report.host(), pool));
    }

    private static void wakeWhenSilent(PlanContext context, Observation.Seen seen) {
        Instant then = seen.receivedAt().plus(context.settings.agentTimeout());
        context.wake(then, Kind.HOST, seen.report().host());
    }

    private static void unknown(PlanContext context, Host host, String why) {
        context.draft.put(new Host(
                host.id(),
                host.tenant(),
                host.name(),
                HostState.UNKNOWN,
                why,
                host.state() == HostState.UNKNOWN ? host.since() : context.now,
                why,
                "not known",
                host.cpus(),
                host.memoryMiB(),
                host.bootId(),
                host.labels()));
    }

    private static Host host(Optional<Host> known, HostReport report, Instant now) {
        String libvirt = report.libvirt().up() ? UP : report.libvirt().detail();
        Instant since =
                known.filter(h -> h.state() == HostState.UP).map(Host::since).orElse(now);
        return new Host(
                report.host(),
                Tenants.DEFAULT,
                report.host(),
                HostState.UP,
                report.libvirt().up() ? "" : "libvirt: " + libvirt,
                since,
                UP,
                libvirt,
                report.cpus(),
                report.memoryMiB(),
                report.bootId(),
                known.map(Host::labels).orElse(Map.of()));
    }

    private static void pool(PlanContext context, String host, PoolReport report) {
        Optional<Pool> known = context.draft.state().find(Pool.class, report.id());
        Set<String> hosts = new TreeSet<>(known.map(Pool::hosts).orElse(Set.of()));
        hosts.add(host);
        context.draft.put(new Pool(report.id(), Tenants.DEFAULT, report.id(), report.driver(), hosts));
    }
}
