package io.edog.shell.internal.command;

import io.edog.api.command.VmCommand;
import io.edog.api.model.Vm;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.VmCompleter;
import io.edog.shell.internal.text.VmText;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;

/** A command that does something to one VM. */
public abstract class VmAction extends TaskCommand {

    @Argument(name = "vm", description = "Name or id of the VM", required = true)
    @Completion(VmCompleter.class)
    private String vm;

    /** The command for a VM with an id. */
    protected abstract VmCommand command(Call call, String id);

    @Override
    protected final void run(Call call) throws InterruptedException {
        String id = call.idOf(Vm.class, vm);
        carryOut(call, command(call, id), Vm.class, done -> VmText.sentence(call.view(), done));
    }
}
