package io.edog.offline;

import java.io.IOException;
import java.sql.SQLException;
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
        consent.ask("The database " + database.name() + (backups ? " and all backups" : "") + " will be gone.");
        database.remove();
        Directories.deleteWithOld(node.exports());
        Directories.deleteOld(node.zookeeper());
        if (backups) {
            Directories.delete(node.backups());
        }
        options.say("removed: " + database.name(), new Removed(database.name(), backups));
        return 0;
    }
}
