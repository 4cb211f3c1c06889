package io.edog.api.state;

import io.edog.api.model.Kind;
import io.edog.api.model.Nic;
import io.edog.api.model.Resource;
import io.edog.api.model.Vm;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** Look-ups derived from the objects: by name, by host, by MAC. Persistent like the state itself. */
record StateIndexes(PMap<String, String> names, PMap<String, PSet<String>> guests, PSet<String> macs) {
    static final StateIndexes EMPTY =
            new StateIndexes(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePSet.empty());

    Optional<String> named(Kind kind, String tenant, String name) {
        return Optional.ofNullable(names.get(key(kind, tenant, name)));
    }

    PSet<String> on(String host) {
        return guests.getOrDefault(host, HashTreePSet.empty());
    }

    boolean macInUse(String mac) {
        return macs.contains(mac);
    }

    StateIndexes plus(Resource object) {
        if (!object.resourceKind().listed()) {
            return this;
        }
        PMap<String, String> named =
                names.plus(key(object.resourceKind(), object.tenant(), object.name()), object.id());
        return object instanceof Vm vm
                ? new StateIndexes(
                        named,
                        place(vm),
                        macs.plusAll(vm.nics().stream().map(Nic::mac).toList()))
                : new StateIndexes(named, guests, macs);
    }

    StateIndexes minus(Resource object) {
        if (!object.resourceKind().listed()) {
            return this;
        }
        PMap<String, String> named = names.minus(key(object.resourceKind(), object.tenant(), object.name()));
        return object instanceof Vm vm
                ? new StateIndexes(
                        named,
                        unplace(vm),
                        macs.minusAll(vm.nics().stream().map(Nic::mac).toList()))
                : new StateIndexes(named, guests, macs);
    }

    private PMap<String, PSet<String>> place(Vm vm) {
        return vm.run()
                .map(run -> guests.plus(run.host(), on(run.host()).plus(vm.id())))
                .orElse(guests);
    }

    private PMap<String, PSet<String>> unplace(Vm vm) {
        return vm.run()
                .map(run -> guests.plus(run.host(), on(run.host()).minus(vm.id())))
                .orElse(guests);
    }

    private static String key(Kind kind, String tenant, String name) {
        return kind.word() + "/" + tenant + "/" + name;
    }
}
