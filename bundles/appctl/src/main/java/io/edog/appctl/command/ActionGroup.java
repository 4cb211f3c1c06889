package io.edog.appctl.command;

import picocli.CommandLine.Command;

/** {@code action}: the words of the first edog. */
@Command(
        name = "action",
        description = "Words of the first edog for what other commands do.",
        subcommands = {LibvirtStart.class, ActionRestart.class, ActionStop.class})
public final class ActionGroup extends Group {}
