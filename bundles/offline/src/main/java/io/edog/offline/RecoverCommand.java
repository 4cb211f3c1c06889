package io.edog.offline;

import io.edog.offline.Recovery.Recovered;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Founds the cluster anew from a backup. */
@Command(
        name = "recover",
        description =
                "Founds the cluster anew from a backup: replaces what this node knows, and merges nothing. To be done on all"
                        + " managers and witnesses with the same file, while all of them are stopped.")
final class RecoverCommand implements Callable<Integer> {
    @Mixin
    private final NodeOptions options = new NodeOptions();

    @Mixin
    private final Consent consent = new Consent();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(
            names = "--epoch",
            description =
                    "The next leader's epoch is above it, and in any case above the backup's: the same on all nodes of the cluster,"
                            + " and above all epochs that any agent has seen. Found by itself if the database is there.")
    private Optional<Long> epoch = Optional.empty();

    @Option(names = "--other-cluster", description = "Also a backup of a cluster with another name.")
    private boolean otherCluster;

    private record Told(String file, long index, long epoch, String stateHash, long objects, List<String> old) {}

    @Override
    public Integer call() throws IOException, SQLException {
        consent.ask("All that was written since the backup " + file.getFileName() + " will be gone.");
        Recovered done = new Recovery(options.node(), options.parts()).run(file, epoch, otherCluster);
        options.say(text(done), told(done));
        return 0;
    }

    private Told told(Recovered done) {
        return new Told(
                file.toString(),
                done.header().index(),
                done.epoch(),
                done.header().hash(),
                done.header().objects(),
                done.old().stream().map(Path::toString).toList());
    }

    private static String text(Recovered done) {
        String old = done.old().isEmpty() ? "" : "\nwhat was there before: " + done.old();
        return "recovered: index " + done.header().index() + ", epochs go on above " + done.epoch() + ", "
                + done.header().objects() + " objects, state hash "
                + done.header().hash() + " as in the backup" + old;
    }
}
