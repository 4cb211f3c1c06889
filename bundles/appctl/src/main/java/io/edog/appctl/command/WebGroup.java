package io.edog.appctl.command;

import picocli.CommandLine.Command;

/** {@code web}. */
@Command(
        name = "web",
        description = "The page: a feature of each manager.",
        subcommands = {WebConf.class, WebStart.class, WebStop.class})
public final class WebGroup extends Group {}
