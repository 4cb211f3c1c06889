package io.edog.api.service;

import io.edog.api.bus.HostReport;
import io.edog.api.journal.Index;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.model.Vm;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One consistent, immutable picture, already reduced to what its principal may see. */
public interface ClusterView {
    /** The index it shows. */
    Index index();

    /** The object with an id or a name, if it is there and may be seen. */
    <T extends Resource> Optional<T> find(Class<T> type, String idOrName);

    /** All objects of a class that may be seen, in the order of their ids. */
    <T extends Resource> List<T> list(Class<T> type);

    /** All objects of a kind that may be seen, in the order of their ids. */
    List<Resource> list(Kind kind);

    /** The newest report of a host, if one has come. */
    Optional<HostReport> report(String host);

    /** When the state of a VM was last confirmed by its host, or decided, by the manager's clock. */
    Instant observedAt(Vm vm);
}
