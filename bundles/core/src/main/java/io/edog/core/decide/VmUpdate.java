package io.edog.core.decide;

import io.edog.api.command.VmCommand.UpdateVm;
import io.edog.api.model.Reply;
import io.edog.api.model.Vm;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.core.Draft;
import io.edog.core.Settings;
import java.util.Optional;

/** Decides a change of a VM's definition. What cannot change live shows as pending and holds from the next start. */
final class VmUpdate {
    private final Draft draft;
    private final Lookup lookup;

    VmUpdate(Draft draft, Lookup lookup) {
        this.draft = draft;
        this.lookup = lookup;
    }

    Reply decide(UpdateVm command, Settings settings) {
        Vm vm = lookup.subject(Vm.class, command.vm());
        checkVersion(command, vm);
        String name = command.name().orElse(vm.name());
        int cpus = command.cpus().orElse(vm.cpus());
        long memory = command.memoryMiB().orElse(vm.memoryMiB());
        Check.name("name", name);
        Check.range("cpus", cpus, 1, settings.maxCpus(), "");
        Check.range("memoryMiB", memory, 8, settings.maxMemoryMiB(), " MiB");
        if (!name.equals(vm.name())) {
            Check.free(draft.state(), Vm.class, "VM", vm.tenant(), name);
        }
        draft.put(vm.edit()
                .definition(name, cpus, memory, command.policy().orElse(vm.policy()))
                .build());
        return new Reply(vm.id(), Optional.empty());
    }

    private static void checkVersion(UpdateVm command, Vm vm) {
        if (command.ifVersion().isPresent() && command.ifVersion().getAsLong() != vm.version()) {
            throw new ProblemException(new Problem(
                    "version-mismatch",
                    "Changed by someone else",
                    412,
                    "VM " + vm.name() + " has version " + vm.version() + " by now.",
                    Optional.empty(),
                    Optional.of("Read it again, and decide anew.")));
        }
    }
}
