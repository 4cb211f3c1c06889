package io.edog.shell.internal.command;

import io.edog.api.model.Vm;
import io.edog.api.service.ClusterView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.VmCompleter;
import io.edog.shell.internal.text.WhyView;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:why}. */
@Service
@Command(
        scope = "edog",
        name = "why",
        description = "Says why a VM is what it is, how fresh that is, and what edog waits for")
@Parsing(OptionsFirst.class)
public class Why extends EdogCommand {

    @Argument(name = "vm", description = "Name or id of the VM", required = true)
    @Completion(VmCompleter.class)
    private String vm;

    @Override
    protected void run(Call call) {
        ClusterView view = call.view();
        WhyView why = WhyView.of(call.find(Vm.class, vm), view);
        call.output().show(why, why.text());
    }
}
