package io.edog.api.state;

import io.edog.api.journal.Entry;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.model.Vm;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Everything edog knows at one index. Immutable; a change shares all it does not touch with its predecessor, so that it
 * costs O(log n) and a snapshot costs nothing. Equal indexes mean equal hashes.
 */
public final class ClusterState {
    private final Index index;
    private final Epoch epoch;
    private final String head;
    private final StateHash hash;
    private final PMap<Kind, PSortedMap<String, Resource>> objects;
    private final StateIndexes indexes;

    private ClusterState(
            Index index,
            Epoch epoch,
            String head,
            StateHash hash,
            PMap<Kind, PSortedMap<String, Resource>> objects,
            StateIndexes indexes) {
        this.index = index;
        this.epoch = epoch;
        this.head = head;
        this.hash = hash;
        this.objects = objects;
        this.indexes = indexes;
    }

    /** Before the first entry. */
    public static ClusterState empty() {
        return new ClusterState(
                Index.ZERO, Epoch.ZERO, Entry.GENESIS, StateHash.EMPTY, HashTreePMap.empty(), StateIndexes.EMPTY);
    }

    /** The index of the last applied entry. */
    public Index index() {
        return index;
    }

    /** The epoch of the last applied entry. */
    public Epoch epoch() {
        return epoch;
    }

    /** The hash of the last applied entry, which the next one must name. */
    public String head() {
        return head;
    }

    /** The hash of all objects. */
    public StateHash hash() {
        return hash;
    }

    /** All objects of a kind by id, in the order of their ids. The map is immutable. */
    public PSortedMap<String, Resource> all(Kind kind) {
        return objects.getOrDefault(kind, TreePMap.empty());
    }

    /** All objects of a class, in the order of their ids. */
    public <T extends Resource> List<T> list(Class<T> type) {
        return all(Kinds.of(type)).values().stream().map(type::cast).toList();
    }

    /** The object with an id, if there is one. */
    public <T extends Resource> Optional<T> find(Class<T> type, String id) {
        return Optional.ofNullable(all(Kinds.of(type)).get(id)).map(type::cast);
    }

    /** The object with a name in a tenant, if there is one. */
    public <T extends Resource> Optional<T> named(Class<T> type, String tenant, String name) {
        return indexes.named(Kinds.of(type), tenant, name).flatMap(id -> find(type, id));
    }

    /** The object with an id or, failing that, a name in a tenant. */
    public <T extends Resource> Optional<T> lookup(Class<T> type, String tenant, String idOrName) {
        return find(type, idOrName).or(() -> named(type, tenant, idOrName));
    }

    /** The VMs whose present run is on a host. */
    public List<Vm> guestsOn(String host) {
        return indexes.on(host).stream()
                .flatMap(id -> find(Vm.class, id).stream())
                .toList();
    }

    /** Whether a MAC address is in use. */
    public boolean macInUse(String mac) {
        return indexes.macInUse(mac);
    }

    /** This state with an object put, its place in the journal unchanged. */
    public ClusterState with(Resource object) {
        Resource before = all(object.resourceKind()).get(object.id());
        if (Objects.equals(before, object)) {
            return this;
        }
        ClusterState base = before == null ? this : without(object.resourceKind(), object.id());
        PSortedMap<String, Resource> changed = base.all(object.resourceKind()).plus(object.id(), object);
        return new ClusterState(
                index,
                epoch,
                head,
                base.hash.toggle(object),
                base.objects.plus(object.resourceKind(), changed),
                base.indexes.plus(object));
    }

    /** This state with an object removed, its place in the journal unchanged; itself if there is none. */
    public ClusterState without(Kind kind, String id) {
        Resource before = all(kind).get(id);
        if (before == null) {
            return this;
        }
        PSortedMap<String, Resource> changed = all(kind).minus(id);
        return new ClusterState(
                index, epoch, head, hash.toggle(before), objects.plus(kind, changed), indexes.minus(before));
    }

    /** This state moved to a place in the journal. */
    public ClusterState at(Index newIndex, Epoch newEpoch, String newHead) {
        return new ClusterState(newIndex, newEpoch, newHead, hash, objects, indexes);
    }

    /** This state with many objects put. */
    public ClusterState withAll(Collection<? extends Resource> all) {
        ClusterState state = this;
        for (Resource object : all) {
            state = state.with(object);
        }
        return state;
    }
}
