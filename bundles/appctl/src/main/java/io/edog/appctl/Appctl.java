package io.edog.appctl;

import io.edog.appctl.cli.Settings;
import io.edog.appctl.command.ActionGroup;
import io.edog.appctl.command.AgentGroup;
import io.edog.appctl.command.ClusterGroup;
import io.edog.appctl.command.DbGroup;
import io.edog.appctl.command.ManagerGroup;
import io.edog.appctl.command.Version;
import io.edog.appctl.command.WebGroup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code appctl}. */
@Command(
        name = "appctl",
        description = "Sets up and runs a cluster of edog, over ssh.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ClusterGroup.class,
            ManagerGroup.class,
            AgentGroup.class,
            DbGroup.class,
            ActionGroup.class,
            WebGroup.class,
            Version.class
        },
        footer = {
            "",
            "Exit codes: 0 ok, 1 refused or failed, 2 usage, 3 unreachable, 4 timed out.",
            "A cluster's list of members and keys are in ~/.edog/NAME, or $EDOG_CLUSTER_DIR."
        })
final class Appctl implements Callable<Integer> {
    @Mixin
    private final Settings settings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this.")
    private boolean help;

    Appctl(Settings settings) {
        this.settings = settings;
    }

    Settings settings() {
        return settings;
    }

    boolean helpWanted() {
        return help;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "no command");
    }
}
