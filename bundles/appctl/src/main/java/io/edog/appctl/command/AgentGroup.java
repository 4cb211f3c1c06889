package io.edog.appctl.command;

import picocli.CommandLine.Command;

/** {@code agent}. */
@Command(
        name = "agent",
        description = "The hosts for virtual machines.",
        subcommands = {
            AgentList.class,
            AgentStart.class,
            AgentStop.class,
            AgentAdd.class,
            AgentDelete.class,
            AgentToken.class,
            AgentJoin.class
        })
public final class AgentGroup extends Group {}
