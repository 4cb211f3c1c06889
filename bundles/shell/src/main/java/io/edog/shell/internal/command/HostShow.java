package io.edog.shell.internal.command;

import io.edog.api.model.Host;
import io.edog.api.service.ClusterView;
import io.edog.api.view.HostView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.HostCompleter;
import io.edog.shell.internal.text.HostText;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:host-show}. */
@Service
@Command(scope = "edog", name = "host-show", description = "Shows all about one host, and the VMs on it")
@Parsing(OptionsFirst.class)
public class HostShow extends EdogCommand {

    @Argument(name = "host", description = "Name or id of the host", required = true)
    @Completion(HostCompleter.class)
    private String host;

    @Override
    protected void run(Call call) {
        ClusterView view = call.view();
        Host found = call.find(Host.class, host);
        call.output().show(HostView.of(found, view), HostText.details(found, view));
    }
}
