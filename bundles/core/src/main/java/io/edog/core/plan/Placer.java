package io.edog.core.plan;

import io.edog.api.bus.HostReport;
import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.model.Run;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses a host: filters, then the most free memory. Says of each host why it does not fit. */
final class Placer {
    private Placer() {}

    /**
     * Where a VM goes.
     *
     * @param why of each host why not, when no host fits
     */
    record Placement(Optional<String> host, String why) {}

    static Placement place(PlanContext context, Vm vm) {
        List<String> refusals = new ArrayList<>();
        List<Host> fitting = new ArrayList<>();
        for (Host host : context.draft.state().list(Host.class)) {
            Optional<String> refusal = refusal(context, vm, host);
            refusal.ifPresentOrElse(why -> refusals.add(host.id() + ": " + why), () -> fitting.add(host));
        }
        Optional<String> best = fitting.stream()
                .max(Comparator.comparingLong((Host h) -> free(context, h)).thenComparing(Host::id))
                .map(Host::id);
        return new Placement(best, refusals.isEmpty() ? "no host is known yet" : String.join("; ", refusals));
    }

    private static Optional<String> refusal(PlanContext context, Vm vm, Host host) {
        Optional<HostReport> report = context.heard(host.id()).map(Observation.Seen::report);
        if (vm.placeOn().isPresent() && !vm.placeOn().get().equals(host.id())) {
            return Optional.of("not the host asked for");
        }
        if (host.state() != HostState.UP || report.isEmpty()) {
            return Optional.of("not up (" + host.reason() + ")");
        }
        if (!report.get().libvirt().up()) {
            return Optional.of(
                    "libvirt does not answer (" + report.get().libvirt().detail() + ")");
        }
        long free = free(context, host);
        if (free < vm.memoryMiB()) {
            return Optional.of("needs " + vm.memoryMiB() + " MiB, has " + Math.max(0, free) + " MiB free");
        }
        return missingPool(context, vm, host).map(pool -> "can't use pool " + pool);
    }

    private static Optional<String> missingPool(PlanContext context, Vm vm, Host host) {
        return vm.disks().stream()
                .flatMap(d -> context.draft.state().find(Volume.class, d.volume()).stream())
                .map(Volume::pool)
                .filter(pool -> !PoolHosts.usable(context, host.id(), pool))
                .findFirst();
    }

    private static long free(PlanContext context, Host host) {
        long used = context.draft.state().guestsOn(host.id()).stream()
                .flatMap(vm -> vm.run().stream())
                .mapToLong(Run::memoryMiB)
                .sum();
        return host.memoryMiB() - context.settings.systemReservedMiB() - used;
    }
}
