package io.edog.shell.internal.command;

import io.edog.api.model.Vm;
import io.edog.api.service.ClusterView;
import io.edog.api.view.ListView;
import io.edog.api.view.VmView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.VmText;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:vm-list}. */
@Service
@Command(
        scope = "edog",
        name = "vm-list",
        description = "Lists VMs: their state, where they run, and how fresh that is")
@Parsing(OptionsFirst.class)
public class VmList extends EdogCommand {

    @Override
    protected void run(Call call) {
        ClusterView view = call.view();
        List<Vm> vms = view.list(Vm.class);
        ListView<VmView> body =
                ListView.whole(vms.stream().map(vm -> VmView.of(vm, view)).toList());
        call.output().show(body, VmText.table(vms, view));
    }
}
