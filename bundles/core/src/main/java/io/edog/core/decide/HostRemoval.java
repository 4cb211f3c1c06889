package io.edog.core.decide;

import io.edog.api.command.ClusterCommand.RemoveHost;
import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.model.Pool;
import io.edog.api.model.Reply;
import io.edog.api.model.Template;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.core.Draft;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides that a host is gone for good: nothing may run there, and what it had begun is another's to do. */
final class HostRemoval {
    private static final int VMS_NAMED = 3;

    private final Draft draft;
    private final Lookup lookup;

    HostRemoval(Draft draft, Lookup lookup) {
        this.draft = draft;
        this.lookup = lookup;
    }

    Reply decide(RemoveHost command) {
        Host host = lookup.subject(Host.class, command.host());
        refuseWithVms(host);
        if (host.state() == HostState.UP) {
            throw Check.wrongState("Host " + host.name() + " is up: its agent answers.", "Stop its agent first.");
        }
        draft.state().list(Pool.class).forEach(pool -> leave(pool, host));
        draft.state().list(Volume.class).stream()
                .filter(volume -> volume.host().equals(Optional.of(host.id())))
                .forEach(volume -> draft.put(volume.withHost(Optional.empty())));
        draft.state().list(Template.class).stream()
                .filter(template -> template.host().equals(Optional.of(host.id())))
                .forEach(template -> draft.put(template.withHost(Optional.empty())));
        draft.remove(host);
        return new Reply(host.id(), Optional.empty());
    }

    private void refuseWithVms(Host host) {
        List<String> names = draft.state().guestsOn(host.id()).stream()
                .map(Vm::name)
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return;
        }
        String some = names.stream().limit(VMS_NAMED).collect(Collectors.joining(", "));
        throw Check.wrongState(
                "Host " + host.name() + " has " + names.size() + " VMs that may still run there: " + some
                        + (names.size() > VMS_NAMED ? " …" : "") + ".",
                "Stop them first. While their host does not answer they can't be: bring it up.");
    }

    private void leave(Pool pool, Host host) {
        Set<String> left = new TreeSet<>(pool.hosts());
        if (left.remove(host.id())) {
            draft.put(new Pool(pool.id(), pool.tenant(), pool.name(), pool.driver(), left));
        }
    }
}
