package io.edog.appctl.command;

import picocli.CommandLine.Command;

/** {@code cluster}. */
@Command(
        name = "cluster",
        description = "The cluster as a whole.",
        subcommands = {
            ClusterConf.class,
            ClusterDeploy.class,
            ClusterStart.class,
            ClusterStop.class,
            ClusterRestart.class,
            ClusterUpgrade.class,
            ClusterPing.class,
            ClusterCheck.class,
            ClusterExport.class
        })
public final class ClusterGroup extends Group {}
