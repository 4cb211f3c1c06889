package io.edog.shell.internal.command;

import io.edog.api.member.Ensemble;
import io.edog.shell.internal.call.Call;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:voter-delete}. */
@Service
@Command(
        scope = "edog",
        name = "voter-delete",
        description = "Leaves a ZooKeeper server out of the voters; its process is to be stopped afterwards")
@Parsing(OptionsFirst.class)
public class VoterDelete extends VoterCommand {

    @Argument(name = "number", description = "Its number", required = true)
    private int number;

    @Override
    protected void run(Call call, Ensemble ensemble) {
        ensemble.remove(number);
        call.output().show(Map.of(), "Voter " + number + " votes no more.");
    }
}
