package io.edog.manager.internal;

import io.edog.api.bus.HostReport;
import io.edog.api.journal.Index;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Principal;
import io.edog.api.state.ClusterState;
import io.edog.api.state.Kinds;
import io.edog.core.AccessPolicy;
import io.edog.core.plan.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The state as one principal may see it, with what is known of hosts at this moment laid over it. */
record PrincipalView(
        ClusterState state, Observation observation, Principal principal, Instant now, Duration agentTimeout)
        implements ClusterView {

    @Override
    public Index index() {
        return state.index();
    }

    @Override
    public <T extends Resource> Optional<T> find(Class<T> type, String idOrName) {
        return state.lookup(type, principal.tenant(), idOrName)
                .filter(this::visible)
                .map(object -> type.cast(present(object)));
    }

    @Override
    public <T extends Resource> List<T> list(Class<T> type) {
        return list(Kinds.of(type)).stream().map(type::cast).toList();
    }

    @Override
    public List<Resource> list(Kind kind) {
        return state.all(kind).values().stream()
                .filter(this::visible)
                .map(this::present)
                .toList();
    }

    @Override
    public Optional<HostReport> report(String host) {
        return observation.of(host).map(Observation.Seen::report);
    }

    @Override
    public Instant observedAt(Vm vm) {
        return vm.run()
                .flatMap(run -> observation
                        .of(run.host())
                        .filter(seen ->
                                seen.report().guest(vm.id(), run.number()).isPresent()))
                .map(Observation.Seen::receivedAt)
                .orElse(vm.run().isPresent() ? vm.since() : now);
    }

    private boolean visible(Resource object) {
        return AccessPolicy.canRead(principal, object);
    }

    /** A host may have gone silent since the last entry, or the journal may be out of reach: then nobody knows. */
    private Resource present(Resource object) {
        if (!(object instanceof Vm vm) || vm.run().isEmpty()) {
            return object;
        }
        return observation
                .of(vm.run().get().host())
                .flatMap(seen -> seen.silence(now, agentTimeout))
                .<Resource>map(why -> vm.edit().state(VmState.UNKNOWN, why, now).build())
                .orElse(vm);
    }
}
