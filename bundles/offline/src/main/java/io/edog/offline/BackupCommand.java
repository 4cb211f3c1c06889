package io.edog.offline;

import io.edog.api.export.StateDirectory;
import io.edog.api.export.StateFile;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateExport;
import io.edog.store.internal.StandaloneDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a backup from the database of a stopped manager. */
@Command(
        name = "backup-offline",
        description =
                "A backup from the database of this stopped manager. What the journal has beyond it is not in it.")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final NodeOptions options = new NodeOptions();

    @Option(names = "--to", description = "The directory; else that of the other backups.")
    private Optional<Path> directory = Optional.empty();

    @Override
    public Integer call() throws IOException, SQLException {
        Node node = options.node();
        ClusterState state = node.database().use(StandaloneDatabase::load);
        Path to = directory.isPresent() ? directory.get() : node.backups();
        StateDirectory files = new StateDirectory(to, node.cluster(), Clock.systemUTC());
        StateFile file = files.write(state);
        StateExport export = files.read(file).orElseThrow(() -> new IOException(file.path() + " can't be read back"));
        Taken taken = Taken.of(file, export.header());
        options.say(taken.toString(), taken);
        return 0;
    }
}
