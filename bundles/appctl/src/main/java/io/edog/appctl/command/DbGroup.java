package io.edog.appctl.command;

import picocli.CommandLine.Command;

/** {@code db}. */
@Command(
        name = "db",
        description = "What the cluster knows: its virtual machines, hosts, users …; not what is on disks.",
        subcommands = {DbBackup.class, DbBackupOffline.class, DbRecover.class, DbClear.class, DbRemove.class})
public final class DbGroup extends Group {}
