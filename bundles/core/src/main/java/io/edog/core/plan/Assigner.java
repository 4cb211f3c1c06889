package io.edog.core.plan;

import io.edog.api.bus.Assignments;
import io.edog.api.bus.GuestAssignment;
import io.edog.api.bus.GuestDisk;
import io.edog.api.bus.GuestSpec;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.bus.VolumeAssignment.CloneOf;
import io.edog.api.bus.VolumeAssignment.Target;
import io.edog.api.journal.Epoch;
import io.edog.api.model.Run;
import io.edog.api.model.Template;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.api.model.VolumeState;
import io.edog.api.state.ClusterState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a host shall have: a function of applied state alone. */
public final class Assigner {
    private Assigner() {}

    /** All assignments of a host, as of a state, under a leader's epoch. */
    public static Assignments assignments(ClusterState state, String host, Epoch epoch) {
        List<GuestAssignment> guests = state.guestsOn(host).stream()
                .flatMap(vm -> vm.run().map(run -> guest(state, vm, run)).stream())
                .sorted(Comparator.comparing(GuestAssignment::vm))
                .toList();
        return new Assignments(host, epoch, state.index(), guests, volumes(state, host));
    }

    private static GuestAssignment guest(ClusterState state, Vm vm, Run run) {
        return new GuestAssignment(
                vm.id(),
                run.number(),
                run.bootId(),
                vm.id() + "-" + run.number(),
                vm.desired(),
                spec(state, vm, run),
                vm.stop(),
                vm.order());
    }

    private static GuestSpec spec(ClusterState state, Vm vm, Run run) {
        List<GuestDisk> disks = vm.disks().stream()
                .flatMap(
                        d -> state
                                .find(Volume.class, d.volume())
                                .map(v -> new GuestDisk(v.id(), v.tenant(), v.pool(), d.bus()))
                                .stream())
                .toList();
        return new GuestSpec(vm.name(), run.cpus(), run.memoryMiB(), disks, vm.nics());
    }

    private static List<VolumeAssignment> volumes(ClusterState state, String host) {
        Stream<VolumeAssignment> templates = state.list(Template.class).stream()
                .filter(t -> t.host().equals(Optional.of(host)))
                .map(Assigner::template);
        Stream<VolumeAssignment> volumes = state.list(Volume.class).stream()
                .filter(v -> v.host().equals(Optional.of(host)))
                .map(v -> volume(state, v));
        return Stream.concat(templates, volumes).toList();
    }

    private static VolumeAssignment template(Template template) {
        return new VolumeAssignment(
                template.id(),
                template.tenant(),
                template.pool(),
                target(template),
                0,
                Optional.empty(),
                Optional.of(template.source()));
    }

    private static VolumeAssignment volume(ClusterState state, Volume volume) {
        Optional<CloneOf> clone = volume.template()
                .flatMap(id -> state.find(Template.class, id))
                .map(t -> new CloneOf(t.id(), t.tenant()));
        long size = clone.isPresent() ? 0 : volume.sizeBytes();
        return new VolumeAssignment(
                volume.id(), volume.tenant(), volume.pool(), target(volume), size, clone, Optional.empty());
    }

    /** What a template's host is asked for. */
    static Target target(Template template) {
        return template.state() == VolumeState.DELETING ? Target.NO_TEMPLATE : Target.TEMPLATE;
    }

    /** What a volume's host is asked for. */
    static Target target(Volume volume) {
        return volume.state() == VolumeState.DELETING ? Target.NO_VOLUME : Target.VOLUME;
    }
}
