package io.edog.rest.internal.body;

import io.edog.api.command.VmCommand.UpdateVm;
import io.edog.api.model.Policy;
import io.edog.api.model.Vm;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A change to a VM's definition; absent fields stay.
 *
 * @param version refuse unless the VM has this version
 * @param ifVersion the same, by another name
 */
public record UpdateVmBody(
        Optional<String> name,
        OptionalInt cpus,
        OptionalLong memoryMiB,
        Optional<PolicyBody> policy,
        OptionalLong version,
        OptionalLong ifVersion) {

    /**
     * The command. A policy that is given in part is completed from the VM as it is, and holds for that version only.
     *
     * @param vm its id or name
     * @param present the VM as it is
     * @param ifMatch the version that the request's header asks for
     */
    public UpdateVm command(String vm, Supplier<Vm> present, OptionalLong ifMatch) {
        OptionalLong inBody = version.isPresent() ? version : ifVersion;
        OptionalLong asked = ifMatch.isPresent() ? ifMatch : inBody;
        if (policy.isEmpty() || policy.get().complete()) {
            return new UpdateVm(vm, name, cpus, memoryMiB, policy.map(p -> p.over(Policy.DEFAULT)), asked);
        }
        Vm base = present.get();
        OptionalLong expected = asked.isPresent() ? asked : OptionalLong.of(base.version());
        return new UpdateVm(base.id(), name, cpus, memoryMiB, policy.map(p -> p.over(base.policy())), expected);
    }
}
