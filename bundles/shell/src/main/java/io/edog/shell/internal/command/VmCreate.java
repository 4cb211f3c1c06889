package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.api.model.Policy;
import io.edog.api.model.Vm;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.TemplateCompleter;
import io.edog.shell.internal.completer.VolumeCompleter;
import io.edog.shell.internal.text.Amounts;
import io.edog.shell.internal.text.VmText;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** {@code edog:vm-create}. */
@Service
@Command(
        scope = "edog",
        name = "vm-create",
        description = "Creates a VM from a template, or around an existing boot disk")
@Parsing(OptionsFirst.class)
public class VmCreate extends PolicyCommand {

    @Argument(name = "name", description = "Name of the new VM", required = true)
    private String name;

    @Option(name = "--cpus", description = "Virtual CPUs")
    private int cpus = 1;

    @Option(name = "--memory", description = "Memory, in MiB or with a unit such as 2G")
    private String memory = "512";

    @Option(name = "--template", description = "Name or id of the template its boot disk is cloned from")
    @Completion(TemplateCompleter.class)
    private @Nullable String template;

    @Option(
            name = "--boot-volume",
            description = "Name or id of an existing volume to boot from, instead of a template")
    @Completion(VolumeCompleter.class)
    private @Nullable String bootVolume;

    @Option(
            name = "--disk",
            description = "A further volume, by name or id, with its bus after a colon if not virtio; may be repeated",
            multiValued = true)
    @Completion(VolumeCompleter.class)
    private List<String> disks = List.of();

    @Option(
            name = "--nic",
            description = "A network card: BRIDGE or BRIDGE,mac=MAC,model=MODEL; may be repeated",
            multiValued = true)
    private List<String> nics = List.of();

    @Option(name = "--start", description = "Start it as soon as its disks are ready")
    private boolean start;

    @Override
    protected void run(Call call) throws InterruptedException {
        VmCommand command = new VmCommand.CreateVm(
                name,
                cpus,
                Amounts.mebibytes("--memory", memory),
                Optional.ofNullable(template),
                Optional.ofNullable(bootVolume),
                disks.stream().map(Devices::disk).toList(),
                nics.stream().map(Devices::nic).toList(),
                policy(Policy.DEFAULT),
                start);
        carryOut(call, command, Vm.class, id -> VmText.sentence(call.view(), id));
    }
}
