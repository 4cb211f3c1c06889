package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.shell.internal.call.Call;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:vm-reboot}. */
@Service
@Command(scope = "edog", name = "vm-reboot", description = "Asks the guest of a running VM to restart itself")
@Parsing(OptionsFirst.class)
public class VmReboot extends VmAction {

    @Override
    protected VmCommand command(Call call, String id) {
        return new VmCommand.RebootVm(id);
    }
}
