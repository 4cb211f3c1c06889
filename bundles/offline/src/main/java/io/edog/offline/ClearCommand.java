package io.edog.offline;

import io.edog.api.export.StateDirectory;
import io.edog.api.export.StateFile;
import io.edog.api.journal.Index;
import io.edog.api.member.StateMark;
import io.edog.store.internal.StandaloneDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the database anew: it is a view of the journal, and can be. */
@Command(
        name = "clear",
        description =
                "Makes this manager's database anew, from the newest export on its disk; the rest comes from the journal, or all"
                        + " of it from another manager. Its archive of the journal begins anew.")
final class ClearCommand implements Callable<Integer> {
    @Mixin
    private final NodeOptions options = new NodeOptions();

    @Mixin
    private final Consent consent = new Consent();

    @Option(
            names = "--empty",
            description =
                    "Use no export: the whole state comes from another manager, or from a journal that was never trimmed.")
    private boolean empty;

    private record Cleared(long index, String stateHash, String from, String old) {}

    @Override
    public Integer call() throws IOException, SQLException {
        consent.ask("The archive of older journal entries in this database will be gone.");
        Node node = options.node();
        Optional<StateFile> export = empty ? Optional.empty() : Optional.of(newest(node));
        Optional<Path> old = node.database().replace(database -> fill(database, export));
        StateMark mark = node.database().use(StandaloneDatabase::check);
        Files.deleteIfExists(node.outOfService());
        tell(mark, export, old);
        return 0;
    }

    /** Of a manager that went astray, none from after it was last known to agree with the others. */
    private static StateFile newest(Node node) throws IOException {
        StateDirectory exports = new StateDirectory(node.exports(), node.cluster(), Clock.systemUTC());
        Optional<Index> agreed = node.agreed();
        return exports.list().stream()
                .filter(file -> agreed.isEmpty() || agreed.get().reached(file.index()))
                .filter(file -> exports.read(file).isPresent())
                .findFirst()
                .orElseThrow(
                        () -> new IOException(
                                "there is no export in " + node.exports()
                                        + agreed.map(index ->
                                                        " from before this manager's state differed from the others' (index "
                                                                + index + " at the latest)")
                                                .orElse("")
                                        + "; with --empty the state comes from another manager, or from a journal that was never trimmed"));
    }

    private static StandaloneDatabase fill(StandaloneDatabase database, Optional<StateFile> export) {
        if (export.isPresent()) {
            database.replace(export.get().path());
        } else {
            database.empty();
        }
        return database;
    }

    private void tell(StateMark mark, Optional<StateFile> export, Optional<Path> old) {
        String from = export.map(file -> file.path().toString()).orElse("");
        String before = old.map(Path::toString).orElse("");
        options.say(
                "the database is at index " + mark.index() + (from.isEmpty() ? "" : ", from " + from)
                        + (before.isEmpty() ? "" : "\nthe old one lies in " + before),
                new Cleared(mark.index().value(), mark.hash().hex(), from, before));
    }
}
