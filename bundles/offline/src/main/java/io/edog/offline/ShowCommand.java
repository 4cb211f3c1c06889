package io.edog.offline;

import io.edog.api.member.StateMark;
import io.edog.store.internal.StandaloneDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says where the database is, having looked whether it is whole. */
@Command(name = "show", description = "Where the database is; checks that it is whole.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private final NodeOptions options = new NodeOptions();

    private record Shown(String database, long index, long epoch, String stateHash) {}

    @Override
    public Integer call() throws IOException, SQLException {
        OfflineDatabase database = options.node().database();
        Shown shown = database.use(open -> shown(database.name(), open));
        options.say(
                shown.database() + ": index " + shown.index() + ", epoch " + shown.epoch() + ", state hash "
                        + shown.stateHash(),
                shown);
        return 0;
    }

    private static Shown shown(String name, StandaloneDatabase open) {
        StateMark mark = open.check();
        return new Shown(
                name, mark.index().value(), open.epoch().value(), mark.hash().hex());
    }
}
