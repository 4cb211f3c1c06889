package io.edog.shell.internal.command;

import io.edog.api.member.Ensemble;
import io.edog.api.member.Voter;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.Table;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:voter-list}. */
@Service
@Command(
        scope = "edog",
        name = "voter-list",
        description = "Lists ZooKeeper's voters, whose majority keeps the journal")
@Parsing(OptionsFirst.class)
public class VoterList extends VoterCommand {

    private record Voters(List<Voter> items) {}

    @Override
    protected void run(Call call, Ensemble ensemble) {
        List<Voter> voters = ensemble.voters();
        Table table = new Table()
                .number("Number", 6)
                .column("Host", 40)
                .column("Role", 12)
                .column("Clients at", 46)
                .whenEmpty("There are none.");
        voters.forEach(voter -> table.row(
                Integer.toString(voter.id()), voter.host(), voter.role().toString(), voter.client()));
        call.output().show(new Voters(voters), table);
    }
}
