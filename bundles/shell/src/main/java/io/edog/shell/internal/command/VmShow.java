package io.edog.shell.internal.command;

import io.edog.api.model.Vm;
import io.edog.api.service.ClusterView;
import io.edog.api.view.VmView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.VmCompleter;
import io.edog.shell.internal.text.VmText;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:vm-show}. */
@Service
@Command(scope = "edog", name = "vm-show", description = "Shows all about one VM")
@Parsing(OptionsFirst.class)
public class VmShow extends EdogCommand {

    @Argument(name = "vm", description = "Name or id of the VM", required = true)
    @Completion(VmCompleter.class)
    private String vm;

    @Override
    protected void run(Call call) {
        ClusterView view = call.view();
        Vm found = call.find(Vm.class, vm);
        call.output().show(VmView.of(found, view), VmText.details(found, view));
    }
}
