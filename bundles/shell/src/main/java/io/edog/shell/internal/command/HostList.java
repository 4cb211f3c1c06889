package io.edog.shell.internal.command;

import io.edog.api.model.Host;
import io.edog.api.service.ClusterView;
import io.edog.api.view.HostView;
import io.edog.api.view.ListView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.HostText;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:host-list}. */
@Service
@Command(scope = "edog", name = "host-list", description = "Lists hosts: their state, their daemons, their memory")
@Parsing(OptionsFirst.class)
public class HostList extends EdogCommand {

    @Override
    protected void run(Call call) {
        ClusterView view = call.view();
        List<Host> hosts = view.list(Host.class);
        ListView<HostView> body = ListView.whole(
                hosts.stream().map(host -> HostView.of(host, view)).toList());
        call.output().show(body, HostText.table(hosts, view));
    }
}
