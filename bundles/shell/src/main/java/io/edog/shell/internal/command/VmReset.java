package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.shell.internal.call.Call;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:vm-reset}. */
@Service
@Command(
        scope = "edog",
        name = "vm-reset",
        description = "Pulls the reset line of a running VM: the guest is not asked")
@Parsing(OptionsFirst.class)
public class VmReset extends VmAction {

    @Override
    protected VmCommand command(Call call, String id) {
        return new VmCommand.ResetVm(id);
    }
}
