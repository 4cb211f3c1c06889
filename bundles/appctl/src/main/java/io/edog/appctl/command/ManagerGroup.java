package io.edog.appctl.command;

import picocli.CommandLine.Command;

/** {@code manager}. */
@Command(
        name = "manager",
        description = "The managers.",
        subcommands = {ManagerStart.class, ManagerStop.class, ManagerAdd.class, ManagerDelete.class})
public final class ManagerGroup extends Group {}
