package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code db remove}. */
@Command(
        name = "remove",
        description =
                "Deletes the databases and exports of stopped managers; the backups only if told. ZooKeeper's data stay.")
final class DbRemove extends ChangingCommand {
    @Parameters(paramLabel = "HOST", arity = "1..*", description = "Names or addresses of managers.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--backups", description = "The backups on these hosts too.")
    private boolean backups;

    DbRemove(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("db", "remove", "--yes"));
        if (backups) {
            words.add("--backups");
        }
        String what = "database, and what recover and clear have kept," + (backups ? " and all backups" : "");
        String question = "Delete the " + what + " of " + String.join(", ", hosts) + "?";
        return new StoppedManagers(session, hosts).run("db remove", context -> context.consented(question), words);
    }
}
