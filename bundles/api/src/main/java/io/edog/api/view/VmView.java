package io.edog.api.view;

import io.edog.api.model.Disk;
import io.edog.api.model.Nic;
import io.edog.api.model.Policy;
import io.edog.api.model.Power;
import io.edog.api.model.Run;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.service.ClusterView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A VM.
 *
 * @param since when {@code state} began
 * @param observedAt when its host last confirmed {@code state}, or when it was decided
 * @param host id of the host of its present run
 * @param run number of its present run
 * @param pending fields of the definition that wait for the next start
 */
public record VmView(
        String id,
        String name,
        String tenant,
        int cpus,
        long memoryMiB,
        List<Disk> disks,
        List<Nic> nics,
        Power desired,
        VmState state,
        String reason,
        Instant since,
        Instant observedAt,
        Optional<String> host,
        OptionalLong run,
        Policy policy,
        List<String> pending,
        long version) {

    /** A VM as a view shows it. */
    public static VmView of(Vm vm, ClusterView view) {
        return new VmView(
                vm.id(),
                vm.name(),
                vm.tenant(),
                vm.cpus(),
                vm.memoryMiB(),
                vm.disks(),
                vm.nics(),
                vm.desired(),
                vm.state(),
                vm.reason(),
                vm.since(),
                view.observedAt(vm),
                vm.run().map(Run::host),
                vm.run().map(run -> OptionalLong.of(run.number())).orElse(OptionalLong.empty()),
                vm.policy(),
                vm.pending(),
                vm.version());
    }
}
