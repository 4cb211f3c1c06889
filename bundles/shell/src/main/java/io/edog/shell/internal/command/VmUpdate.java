package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.api.model.Policy;
import io.edog.api.model.Vm;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.VmCompleter;
import io.edog.shell.internal.text.Amounts;
import io.edog.shell.internal.text.VmText;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code edog:vm-update}. */
@Service
@Command(
        scope = "edog",
        name = "vm-update",
        description = "Changes a VM's definition; what can't change while it runs takes effect at its next start")
@Parsing(OptionsFirst.class)
public class VmUpdate extends PolicyCommand {

    @Argument(name = "vm", description = "Name or id of the VM", required = true)
    @Completion(VmCompleter.class)
    private String vm;

    @Option(name = "--name", description = "New name")
    private @Nullable String name;

    @Option(name = "--cpus", description = "Virtual CPUs")
    private @Nullable Integer cpus;

    @Option(name = "--memory", description = "Memory, in MiB or with a unit such as 2G")
    private @Nullable String memory;

    @Option(name = "--if-version", description = "Refuse unless the definition still has this version")
    private @Nullable Long version;

    @Override
    protected void run(Call call) throws InterruptedException {
        Vm found = call.find(Vm.class, vm);
        VmCommand command = new VmCommand.UpdateVm(
                found.id(),
                Optional.ofNullable(name),
                cpus == null ? OptionalInt.empty() : OptionalInt.of(cpus),
                memory == null ? OptionalLong.empty() : OptionalLong.of(Amounts.mebibytes("--memory", memory)),
                changed(found.policy()),
                version == null ? OptionalLong.empty() : OptionalLong.of(version));
        carryOut(call, command, Vm.class, id -> VmText.definition(call.view(), id));
    }

    private Optional<Policy> changed(Policy before) {
        return Optional.of(policy(before)).filter(after -> !after.equals(before));
    }
}
