package io.edog.api.view;

import io.edog.api.bus.HostReport;
import io.edog.api.journal.Index;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.model.Vm;
import io.edog.api.service.ClusterView;
import io.edog.api.state.Kinds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A view of given objects, in which no host has reported. */
record OneHostView(List<Resource> objects) implements ClusterView {

    OneHostView(Resource... objects) {
        this(List.of(objects));
    }

    @Override
    public Index index() {
        return Index.ZERO;
    }

    @Override
    public <T extends Resource> Optional<T> find(Class<T> type, String idOrName) {
        return list(type).stream()
                .filter(object -> object.id().equals(idOrName))
                .findFirst();
    }

    @Override
    public <T extends Resource> List<T> list(Class<T> type) {
        return list(Kinds.of(type)).stream().map(type::cast).toList();
    }

    @Override
    public List<Resource> list(Kind kind) {
        return objects.stream().filter(object -> object.resourceKind() == kind).toList();
    }

    @Override
    public Optional<HostReport> report(String host) {
        return Optional.empty();
    }

    @Override
    public Instant observedAt(Vm vm) {
        return vm.since();
    }
}
