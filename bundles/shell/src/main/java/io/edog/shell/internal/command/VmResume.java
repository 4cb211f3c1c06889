package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.shell.internal.call.Call;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:vm-resume}. */
@Service
@Command(scope = "edog", name = "vm-resume", description = "Lets a paused VM go on")
@Parsing(OptionsFirst.class)
public class VmResume extends VmAction {

    @Override
    protected VmCommand command(Call call, String id) {
        return new VmCommand.ResumeVm(id);
    }
}
