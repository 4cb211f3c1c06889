package io.edog.appctl.command;

import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code db clear}. */
@Command(
        name = "clear",
        description = {
            "Makes the databases of stopped managers anew, each from its newest export; the rest comes from the journal or a peer.",
            "Their archives of older journal entries begin anew."
        })
final class DbClear extends ChangingCommand {
    @Parameters(paramLabel = "HOST", arity = "1..*", description = "Names or addresses of managers.")
    private List<String> hosts = new ArrayList<>();

    @Option(names = "--empty", description = "Use no export: the whole state comes from another manager.")
    private boolean empty;

    DbClear(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of("db", "clear", "--yes"));
        if (empty) {
            words.add("--empty");
        }
        String question = "Give up the archive of older journal entries on these hosts?";
        return new StoppedManagers(session, hosts)
                .run("db clear", context -> empty ? context.consented(question) : context.confirmed(question), words);
    }
}
