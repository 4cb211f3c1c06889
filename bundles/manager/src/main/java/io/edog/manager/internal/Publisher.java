package io.edog.manager.internal;

import io.edog.api.bus.ManagerBus;
import io.edog.api.journal.Change;
import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.model.Host;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.model.Template;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.api.state.ClusterState;
import io.edog.core.plan.Assigner;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells hosts what they shall have, whenever that changed, and forgets those that are gone. Used by the loop alone. */
final class Publisher {
    private final ManagerBus bus;
    private final Set<String> due = new TreeSet<>();

    Publisher(ManagerBus bus) {
        this.bus = bus;
    }

    /** Notes which hosts an entry concerns. */
    void applied(ClusterState before, Entry entry, ClusterState after) {
        for (Change change : entry.set().changes()) {
            Kind kind =
                    change instanceof Change.Put put ? put.object().resourceKind() : ((Change.Removed) change).kind();
            String id = change instanceof Change.Put put ? put.object().id() : ((Change.Removed) change).id();
            Stream.of(before, after)
                    .flatMap(state -> Optional.ofNullable(state.all(kind).get(id)).stream())
                    .flatMap(object -> hostOf(object).stream())
                    .forEach(due::add);
        }
    }

    /** Notes all hosts: at the beginning of a term. */
    void everything(ClusterState state) {
        state.list(Host.class).forEach(host -> due.add(host.id()));
    }

    /**
     * Publishes what is due.
     *
     * @return false if another leader writes now
     */
    boolean publish(ClusterState state, Epoch epoch) {
        for (String host : Set.copyOf(due)) {
            if (!tell(state, host, epoch)) {
                return false;
            }
            due.remove(host);
        }
        return true;
    }

    private boolean tell(ClusterState state, String host, Epoch epoch) {
        return state.find(Host.class, host).isPresent()
                ? bus.publish(Assigner.assignments(state, host, epoch))
                : bus.forget(host, epoch);
    }

    private static Optional<String> hostOf(Resource object) {
        if (object instanceof Vm vm) {
            return vm.run().map(run -> run.host());
        }
        if (object instanceof Volume volume) {
            return volume.host();
        }
        if (object instanceof Template template) {
            return template.host();
        }
        return object instanceof Host host ? Optional.of(host.id()) : Optional.empty();
    }
}
