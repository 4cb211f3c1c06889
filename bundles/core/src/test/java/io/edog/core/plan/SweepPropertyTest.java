package io.edog.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestState;
import io.edog.api.bus.VolumeAssignment.Target;
import io.edog.api.bus.VolumeReport;
import io.edog.api.bus.VolumeReport.Progress;
import io.edog.api.command.VmCommand.DeleteVm;
import io.edog.api.command.VmCommand.PauseVm;
import io.edog.api.command.VmCommand.StartVm;
import io.edog.api.command.VmCommand.StopVm;
import io.edog.api.journal.Change;
import io.edog.api.model.Kind;
import io.edog.api.model.Vm;
import io.edog.api.model.Vm.DiskFate;
import io.edog.api.model.Volume;
import io.edog.api.state.ClusterState;
import io.edog.core.Evolver;
import io.edog.core.Fixture;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Looking only at what changed gives the same plan as looking at everything. */
class SweepPropertyTest {
    private static final List<EndCause> CAUSES = List.of(EndCause.values());

    @Property(tries = 150)
    void lookingAtChangesIsEnough(@ForAll @Size(max = 25) List<@IntRange(min = 0, max = 99) Integer> steps) {
        Fixture f = new Fixture();
        f.template();
        steps.forEach(step -> {
            ClusterState before = f.state;
            step(f, step % 10, step / 10);
            converge(f, before);
        });
    }

    private static void step(Fixture f, int what, int which) {
        List<Vm> vms = f.state.list(Vm.class);
        Optional<Vm> vm = vms.isEmpty() ? Optional.empty() : Optional.of(vms.get(which % vms.size()));
        switch (what) {
            case 0, 1 -> f.decide(f.createVm("vm" + which), Fixture.ADMIN);
            case 2 -> vm.ifPresent(v -> f.decide(new StopVm(v.id(), OptionalInt.empty(), false), Fixture.ADMIN));
            case 3 -> vm.ifPresent(v -> f.decide(new StartVm(v.id(), Optional.empty()), Fixture.ADMIN));
            case 4 -> vm.ifPresent(v -> f.decide(new PauseVm(v.id()), Fixture.ADMIN));
            case 5 -> vm.ifPresent(v -> f.decide(new DeleteVm(v.id(), DiskFate.DELETE), Fixture.ADMIN));
            case 6 -> f.leaving = !f.leaving;
            case 7 -> volumesDone(f);
            case 8 ->
                vm.filter(v -> v.run().isPresent()).ifPresent(v -> f.report(v, GuestState.RUNNING, Optional.empty()));
            default ->
                vm.filter(v -> v.run().isPresent())
                        .ifPresent(v -> f.report(v, GuestState.ENDED, Optional.of(CAUSES.get(which % CAUSES.size()))));
        }
    }

    private static void volumesDone(Fixture f) {
        f.volumes.removeIf(report -> report.target() != Target.TEMPLATE);
        f.state
                .list(Volume.class)
                .forEach(v ->
                        f.volumes.add(new VolumeReport(v.id(), Assigner.target(v), Progress.DONE, "", 1 << 20, 100)));
    }

    /** As the manager's loop does: plan, apply, look at what that changed, until nothing more follows. */
    private static void converge(Fixture f, ClusterState settled) {
        ClusterState before = settled;
        Set<String> hosts = Set.of(Fixture.HOST);
        for (int i = 0; i < 20; i++) {
            Dirty dirty = dirty(before, f.state, hosts);
            List<Change> sweep = f.plan(Dirty.ALL).changes();
            assertThat(f.plan(dirty).changes()).containsExactlyInAnyOrderElementsOf(sweep);
            if (sweep.isEmpty()) {
                return;
            }
            before = f.state;
            hosts = Set.of();
            f.state = Evolver.apply(f.state, sweep);
        }
        throw new AssertionError("the plan never settles");
    }

    private static Dirty dirty(ClusterState before, ClusterState after, Set<String> hosts) {
        Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);
        ids.put(Kind.HOST, new HashSet<>(hosts));
        for (Kind kind : Kind.values()) {
            Set<String> changed = ids.computeIfAbsent(kind, k -> new HashSet<>());
            Set<String> all = new HashSet<>(before.all(kind).keySet());
            all.addAll(after.all(kind).keySet());
            all.stream()
                    .filter(id -> !Objects.equals(
                            before.all(kind).get(id), after.all(kind).get(id)))
                    .forEach(changed::add);
        }
        return new Dirty(false, ids);
    }
}
