package io.edog.shell.internal.completer;

import io.edog.api.model.Resource;
import io.edog.api.service.Accounts;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ProblemException;
import io.edog.shell.internal.Edge;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.call.Callers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.jspecify.annotations.Nullable;

/** Offers the names of the objects of one kind that the caller may see; their ids once one is begun. */
abstract class NamesCompleter implements Completer {

    private static final int MOST = 1_000;

    @Reference
    private Edge edge;

    private final Class<? extends Resource> type;

    NamesCompleter(Class<? extends Resource> type) {
        this.type = type;
    }

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        String begun = begun(line.getCursorArgument(), line.getArgumentPosition());
        List<String> words = visible().stream()
                .flatMap(object -> begun.isEmpty() ? Stream.of(object.name()) : Stream.of(object.name(), object.id()))
                .filter(word -> word.startsWith(begun))
                .limit(MOST)
                .toList();
        return new StringsCompleter(words).complete(session, line, candidates);
    }

    private static String begun(@Nullable String argument, int position) {
        return argument == null ? "" : argument.substring(0, Math.min(position, argument.length()));
    }

    private List<? extends Resource> visible() {
        Optional<ClusterService> cluster = edge.cluster();
        Optional<Accounts> accounts = edge.accounts();
        if (cluster.isEmpty() || accounts.isEmpty()) {
            return List.of();
        }
        try {
            return cluster.get()
                    .view(Callers.current(cluster.get(), accounts.get()))
                    .list(type);
        } catch (Failure | ProblemException e) {
            return List.of(); // nothing to offer: the command itself will say why
        }
    }
}
