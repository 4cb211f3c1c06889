package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code agent delete}. */
@Command(
        name = "delete",
        description =
                "Takes hosts for virtual machines out of the cluster, once none runs there; the managers forget them. What they also are, they stay.")
final class AgentDelete extends ChangingCommand {
    @Parameters(paramLabel = "HOST", arity = "1..*", description = "Names or addresses of agents.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--dead", description = "They are gone for good: nothing is asked of them.")
    private boolean dead;

    @Mixin
    private DistributionOption distribution = new DistributionOption();

    AgentDelete(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        List<Node> nodes = session.select(session.cluster().agents(), hosts);
        Deleting deleting = new Deleting(session, Role.AGENT, "agent delete");
        KnownHosts known = new KnownHosts(session);
        if (dead) {
            deleting.refuseLiving(nodes);
            known.refuseWithVms(nodes);
            return deleting.dead(nodes);
        }
        deleting.refuseWithGuests(nodes);
        known.refuseWithVms(nodes);
        return deleting.run(nodes, distribution.find(session.context()));
    }
}
