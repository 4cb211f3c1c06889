package io.edog.shell.internal.command;

import io.edog.api.journal.Index;
import io.edog.api.service.ManagerAdmin;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Call;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:manager-reinstall}. */
@Service
@Command(
        scope = "edog",
        name = "manager-reinstall",
        description = "Replaces this node's state by another manager's, and so brings it back into service")
@Parsing(OptionsFirst.class)
public class ManagerReinstall extends EdogCommand {

    @Override
    protected void run(Call call) throws InterruptedException {
        ManagerAdmin admin = call.edge()
                .admin()
                .orElseThrow(() ->
                        Failure.away("The manager feature is away.", "Install it: feature:install edog-manager."));
        Index index = call.await(admin.reinstall(call.principal()), "The new state");
        call.output().show(Map.of("index", index.value()), "The state of index " + index + " is installed.");
    }
}
