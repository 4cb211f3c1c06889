package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Role;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code manager add}. */
@Command(
        name = "add",
        description = {
            "Makes hosts managers while the cluster runs: nobody stops, no write is lost.",
            "Who votes is chosen anew. Interrupted, it is finished by giving the same command again."
        })
final class ManagerAdd extends ChangingCommand {
    @Parameters(paramLabel = "[NAME=]ADDRESS", arity = "1..*", description = "New hosts, or nodes that are agents.")
    private List<String> hosts = new ArrayList<>();

    @Mixin
    private DistributionOption distribution = new DistributionOption();

    ManagerAdd(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        return new Adding(session, Role.MANAGER).run("manager add", hosts, distribution.find(session.context()));
    }
}
