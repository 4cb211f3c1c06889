package io.edog.core.plan;

import io.edog.api.model.Host;
import io.edog.api.model.Kind;
import io.edog.api.model.Template;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.api.state.ClusterState;
import io.edog.core.Draft;
import io.edog.core.Settings;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what is wanted with what is, and says what follows. Pure, and idempotent: planning again after applying a
 * plan gives nothing new until something changes or a timer is due.
 */
public final class Reconciler {
    private Reconciler() {}

    /** Plans for what changed, or for everything. */
    public static Plan plan(ClusterState state, Observation observation, Instant now, Dirty dirty, Settings settings) {
        PlanContext context = new PlanContext(new Draft(state), observation, now, settings);
        Set<String> hosts = hosts(context, dirty);
        hosts.forEach(host -> HostPlanner.plan(context, host));
        templates(context, dirty, hosts).forEach(id -> TemplatePlanner.plan(context, id));
        volumes(context, dirty, hosts).forEach(id -> VolumePlanner.plan(context, id));
        vms(context, dirty, hosts).forEach(id -> VmPlanner.plan(context, id));
        if (dirty.everything()) {
            Housekeeping.plan(context);
        }
        return context.plan();
    }

    private static Set<String> hosts(PlanContext context, Dirty dirty) {
        Set<String> ids = new TreeSet<>(dirty.of(Kind.HOST));
        if (dirty.everything()) {
            ids.addAll(context.observation.hosts().keySet());
            context.draft.state().list(Host.class).forEach(host -> ids.add(host.id()));
        }
        return ids;
    }

    private static Collection<String> templates(PlanContext context, Dirty dirty, Set<String> hosts) {
        ClusterState state = context.draft.state();
        return dirty.everything() || !hosts.isEmpty()
                ? state.list(Template.class).stream()
                        .filter(TemplatePlanner::unsettled)
                        .map(Template::id)
                        .toList()
                : dirty.of(Kind.TEMPLATE);
    }

    private static Collection<String> volumes(PlanContext context, Dirty dirty, Set<String> hosts) {
        ClusterState state = context.draft.state();
        return dirty.everything() || !hosts.isEmpty()
                ? state.list(Volume.class).stream()
                        .filter(VolumePlanner::unsettled)
                        .map(Volume::id)
                        .toList()
                : dirty.of(Kind.VOLUME);
    }

    private static Set<String> vms(PlanContext context, Dirty dirty, Set<String> hosts) {
        ClusterState state = context.draft.state();
        Set<String> ids = new LinkedHashSet<>(dirty.of(Kind.VM));
        if (dirty.everything()) {
            state.list(Vm.class).forEach(vm -> ids.add(vm.id()));
        } else {
            hosts.forEach(host -> state.guestsOn(host).forEach(vm -> ids.add(vm.id())));
        }
        if (dirty.everything() || !hosts.isEmpty() || !dirty.of(Kind.VOLUME).isEmpty()) {
            state.list(Vm.class).stream().filter(VmPlanner::waiting).forEach(vm -> ids.add(vm.id()));
        }
        return ids;
    }
}
