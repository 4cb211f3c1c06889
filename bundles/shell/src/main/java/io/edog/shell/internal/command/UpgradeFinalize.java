package io.edog.shell.internal.command;

import io.edog.api.command.ClusterCommand.FinalizeUpgrade;
import io.edog.shell.internal.call.Call;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:upgrade-finalize}. */
@Service
@Command(
        scope = "edog",
        name = "upgrade-finalize",
        description = "Ends an upgrade: no manager can go back to the version before")
@Parsing(OptionsFirst.class)
public class UpgradeFinalize extends EdogCommand {

    @Override
    protected void run(Call call) throws InterruptedException {
        call.submit(new FinalizeUpgrade());
        call.output().show(Map.of(), "The upgrade is finalised.");
    }
}
