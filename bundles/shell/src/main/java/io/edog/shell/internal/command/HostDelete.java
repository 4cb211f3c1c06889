package io.edog.shell.internal.command;

import io.edog.api.command.ClusterCommand.RemoveHost;
import io.edog.api.model.Host;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.HostCompleter;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:host-delete}. */
@Service
@Command(
        scope = "edog",
        name = "host-delete",
        description = "Takes a host that is gone for good, and on which no VM may run, off the list of hosts")
@Parsing(OptionsFirst.class)
public class HostDelete extends EdogCommand {

    @Argument(name = "host", description = "Name or id of the host", required = true)
    @Completion(HostCompleter.class)
    private String host;

    @Override
    protected void run(Call call) throws InterruptedException {
        Host found = call.find(Host.class, host);
        call.submit(new RemoveHost(found.id()));
        call.output().show(Map.of(), "Host " + found.name() + " is no host any more.");
    }
}
