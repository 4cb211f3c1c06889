package io.edog.shell.internal.command;

import io.edog.api.member.Ensemble;
import io.edog.api.member.Voter;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Call;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:voter-add}. */
@Service
@Command(
        scope = "edog",
        name = "voter-add",
        description = "Takes a ZooKeeper server into the voters; it must run already, told to join")
@Parsing(OptionsFirst.class)
public class VoterAdd extends VoterCommand {

    @Argument(name = "voter", description = "ID=HOST:PEERPORT:ELECTIONPORT:CLIENTPORT", required = true)
    private String voter;

    @Override
    protected void run(Call call, Ensemble ensemble) {
        Voter wanted = parse();
        ensemble.add(wanted);
        call.output().show(Map.of(), "Voter " + wanted.id() + " at " + wanted.host() + " votes.");
    }

    private Voter parse() {
        try {
            return Voter.of(voter);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(
                    "voter", String.valueOf(e.getMessage()), "Give ID=HOST:PEERPORT:ELECTIONPORT:CLIENTPORT.");
        }
    }
}
