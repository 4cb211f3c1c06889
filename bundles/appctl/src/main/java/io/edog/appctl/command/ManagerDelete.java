package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code manager delete}. */
@Command(
        name = "delete",
        description = {
            "Takes managers out while the cluster runs: leadership is handed over first, no write is lost.",
            "What they also are, agents, they stay. Also for managers that are dead for good, see --dead."
        })
final class ManagerDelete extends ChangingCommand {
    @Parameters(paramLabel = "HOST", arity = "1..*", description = "Names or addresses of managers.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--dead",
            description =
                    "They are gone for good: nothing is asked of them. Where they come back all the same, their data is to be wiped.")
    private boolean dead;

    @Option(
            names = "--survivor",
            paramLabel = "HOST",
            description = "If most voters are lost: whose data is kept. The one that was up last.")
    private Optional<String> survivor = Optional.empty();

    @Option(
            names = "--yes-newest-writes-may-be-missing",
            description = "If most voters are lost: that the writes only the dead ones had are given up is understood.")
    private boolean understood;

    @Mixin
    private DistributionOption distribution = new DistributionOption();

    ManagerDelete(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        List<Node> nodes = session.select(session.cluster().managers(), hosts);
        Deleting deleting = new Deleting(session, Role.MANAGER, "manager delete");
        if (!dead) {
            return deleting.run(nodes, distribution.find(session.context()));
        }
        deleting.refuseLiving(nodes);
        Sole sole = new Sole(session, nodes);
        return sole.isNeeded() ? sole.run(survivor, understood) : deleting.dead(nodes);
    }
}
