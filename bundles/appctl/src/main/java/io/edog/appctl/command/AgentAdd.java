package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Role;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code agent add}. */
@Command(
        name = "add",
        description = {
            "Takes hosts for virtual machines in while the cluster runs.",
            "The host gets a certificate of the cluster, which is what lets it in. Without ssh to it: 'agent token'."
        })
final class AgentAdd extends ChangingCommand {
    @Parameters(paramLabel = "[NAME=]ADDRESS", arity = "1..*", description = "New hosts, or nodes that are managers.")
    private List<String> hosts = new ArrayList<>();

    @Mixin
    private DistributionOption distribution = new DistributionOption();

    AgentAdd(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        return new Adding(session, Role.AGENT).run("agent add", hosts, distribution.find(session.context()));
    }
}
