package io.edog.shell.internal.command;

import io.edog.api.command.ClusterCommand.RemoveManager;
import io.edog.shell.internal.call.Call;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:manager-delete}. */
@Service
@Command(
        scope = "edog",
        name = "manager-delete",
        description = "Takes a manager that is gone for good off the list of members")
@Parsing(OptionsFirst.class)
public class ManagerDelete extends EdogCommand {

    @Option(name = "--force", description = "Also if it is still live")
    private boolean force;

    @Argument(name = "node", description = "Name of its node", required = true)
    private String node;

    @Override
    protected void run(Call call) throws InterruptedException {
        call.submit(new RemoveManager(node, force));
        call.output().show(Map.of(), "Manager " + node + " is no member any more.");
    }
}
