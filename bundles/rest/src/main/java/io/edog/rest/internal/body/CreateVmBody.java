package io.edog.rest.internal.body;

import io.edog.api.command.VmCommand.CreateVm;
import io.edog.api.command.VmCommand.NicRequest;
import io.edog.api.model.Disk;
import io.edog.api.model.Policy;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A VM to create.
 *
 * @param template id or name of the template to clone the boot disk from
 * @param bootVolume id or name of an existing volume to boot from instead
 * @param disks further volumes
 * @param start whether to start it as soon as its disks are there; not, when absent
 */
public record CreateVmBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) Optional<String> name,
        @Schema(requiredMode = RequiredMode.REQUIRED) OptionalInt cpus,
        @Schema(requiredMode = RequiredMode.REQUIRED) OptionalLong memoryMiB,
        Optional<String> template,
        Optional<String> bootVolume,
        Optional<List<DiskBody>> disks,
        Optional<List<NicBody>> nics,
        Optional<PolicyBody> policy,
        Optional<Boolean> start) {

    /** The command; a 400 or 422 problem at the field that keeps it from being one. */
    public CreateVm command() {
        return new CreateVm(
                Given.required("name", name),
                Given.required("cpus", cpus),
                Given.required("memoryMiB", memoryMiB),
                template,
                bootVolume,
                diskList(),
                nicList(),
                policy.map(p -> p.over(Policy.DEFAULT)).orElse(Policy.DEFAULT),
                start.orElse(false));
    }

    private List<Disk> diskList() {
        List<DiskBody> given = disks.orElse(List.of());
        return IntStream.range(0, given.size())
                .mapToObj(i -> given.get(i).disk("disks[" + i + "]"))
                .toList();
    }

    private List<NicRequest> nicList() {
        List<NicBody> given = nics.orElse(List.of());
        return IntStream.range(0, given.size())
                .mapToObj(i -> given.get(i).nic("nics[" + i + "]"))
                .toList();
    }
}
