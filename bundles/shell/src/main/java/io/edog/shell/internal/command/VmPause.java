package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.shell.internal.call.Call;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:vm-pause}. */
@Service
@Command(scope = "edog", name = "vm-pause", description = "Freezes a running VM")
@Parsing(OptionsFirst.class)
public class VmPause extends VmAction {

    @Override
    protected VmCommand command(Call call, String id) {
        return new VmCommand.PauseVm(id);
    }
}
