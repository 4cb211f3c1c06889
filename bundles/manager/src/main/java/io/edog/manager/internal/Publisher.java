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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells hosts what they shall have, whenever that changed, and forgets those that are gone. Used by the loop alone. */
final class Publisher {
    private final ManagerBus bus;
    private final Clock steady;
    private final Duration limit;
    /** Something changed for them: they are told first. */
    private final NavigableSet<String> changed = new TreeSet<>();
    /** They are told again, because a term begins; many may be waiting. */
    private final NavigableSet<String> renewed = new TreeSet<>();

    /** @param limit how long hosts are told at once: each is a write, and callers wait meanwhile */
    Publisher(ManagerBus bus, Clock steady, Duration limit) {
        this.bus = bus;
        this.steady = steady;
        this.limit = limit;
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
                    .forEach(changed::add);
        }
    }

    /** Notes all hosts: at the beginning of a term. */
    void everything(ClusterState state) {
        state.list(Host.class).forEach(host -> renewed.add(host.id()));
    }

    /** Whether somebody is yet to be told. */
    boolean due() {
        return !changed.isEmpty() || !renewed.isEmpty();
    }

    /**
     * Publishes what is due until the time is up, what changed before the rest; at least for one host.
     *
     * @return false if another leader writes now
     */
    boolean publish(ClusterState state, Epoch epoch) {
        if (!due()) {
            return true;
        }
        Instant end = steady.instant().plus(limit);
        do {
            String host = (changed.isEmpty() ? renewed : changed).first();
            if (!tell(state, host, epoch)) {
                return false;
            }
            changed.remove(host);
            renewed.remove(host);
        } while (due() && steady.instant().isBefore(end));
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
