package io.edog.shell.internal.command;

import io.edog.api.command.ClusterCommand.HandOver;
import io.edog.shell.internal.call.Call;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:leader-handover}. */
@Service
@Command(
        scope = "edog",
        name = "leader-handover",
        description = "Has the leader give the leadership to another manager")
@Parsing(OptionsFirst.class)
public class LeaderHandover extends EdogCommand {

    @Override
    protected void run(Call call) throws InterruptedException {
        call.submit(new HandOver());
        call.output().show(Map.of(), "The leadership is given to another manager.");
    }
}
