package io.edog.rest.internal.body;

import io.edog.api.command.VmCommand.UpdateVm;
import io.edog.api.model.Policy;
import io.edog.api.model.Vm;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

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
     * @param ifMatch the version that the request's header asks for
     */
    public UpdateVm command(Vm vm, OptionalLong ifMatch) {
        OptionalLong inBody = version.isPresent() ? version : ifVersion;
        OptionalLong asked = ifMatch.isPresent() ? ifMatch : inBody;
        boolean completed = policy.isPresent() && !policy.get().complete();
        Optional<Policy> whole = policy.map(p -> p.over(vm.policy()));
        OptionalLong expected = asked.isEmpty() && completed ? OptionalLong.of(vm.version()) : asked;
        return new UpdateVm(vm.id(), name, cpus, memoryMiB, whole, expected);
    }
}
