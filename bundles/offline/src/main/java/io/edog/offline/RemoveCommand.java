package io.edog.offline;

import io.edog.api.export.StateDirectory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes the database. */
@Command(
        name = "remove",
        description =
                "Deletes this manager's database, its exports, and what recover and clear have kept of older ones; the backups"
                        + " only if told. ZooKeeper's data stay.")
final class RemoveCommand implements Callable<Integer> {
    @Mixin
    private final NodeOptions options = new NodeOptions();

    @Mixin
    private final Consent consent = new Consent();

    @Option(names = "--backups", description = "The backups too.")
    private boolean backups;

    private record Removed(String database, boolean backups) {}

    @Override
    public Integer call() throws IOException, SQLException {
        Node node = options.node();
        OfflineDatabase database = node.database();
        consent.ask("The database " + database.name() + ", what recover and clear have kept of older ones"
                + (backups ? ", and all backups in " + node.backups() : "") + " will be gone.");
        database.remove();
        Directories.deleteWithOld(node.exports());
        Directories.deleteOld(node.zookeeper());
        if (backups) {
            StateDirectory files = new StateDirectory(node.backups(), node.cluster(), Clock.systemUTC());
            files.list().forEach(files::delete); // others may have put something there, too
        }
        options.say("removed: " + database.name(), new Removed(database.name(), backups));
        return 0;
    }
}
