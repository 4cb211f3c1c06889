package io.edog.appctl.command;

import picocli.CommandLine.Command;

/** {@code cluster}. */
@Command(
        name = "cluster",
        description = "The cluster as a whole.",
        subcommands = {ClusterConf.class, ClusterDeploy.class, ClusterStart.class, ClusterStop.class, ClusterPing.class
        })
public final class ClusterGroup extends Group {}
