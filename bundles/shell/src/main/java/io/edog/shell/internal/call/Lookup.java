package io.edog.shell.internal.call;

import io.edog.api.model.Resource;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Problem;
import io.edog.api.state.Kinds;
import io.edog.shell.internal.Failure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds an object by its id, its name, or the beginning of its id. */
final class Lookup {

    private static final int SHORTEST_PREFIX = 4;

    private Lookup() {}

    /**
     * The one object that a word means.
     *
     * @throws Failure if it means none or several
     */
    static <T extends Resource> T find(ClusterView view, Class<T> type, String word) {
        Optional<T> exact = view.find(type, word).filter(found -> found.id().equals(word));
        return exact.orElseGet(() -> byNameOrPrefix(view.list(type), type, word));
    }

    private static <T extends Resource> T byNameOrPrefix(List<T> all, Class<T> type, String word) {
        List<T> named = all.stream().filter(one -> one.name().equals(word)).toList();
        if (!named.isEmpty()) {
            return only(named, type, word);
        }
        List<T> beginning = word.length() < SHORTEST_PREFIX
                ? List.of()
                : all.stream().filter(one -> one.id().startsWith(word)).toList();
        return only(beginning, type, word);
    }

    private static <T extends Resource> T only(List<T> found, Class<T> type, String word) {
        String kind = Kinds.of(type).word();
        if (found.isEmpty()) {
            throw Failure.of(Problem.notFound(kind, word));
        }
        if (found.size() > 1) {
            String ids = found.stream().map(Resource::id).limit(5).collect(Collectors.joining(", "));
            throw Failure.usage(kind, "'" + word + "' means " + found.size() + " of them: " + ids + ".", "Use an id.");
        }
        return found.get(0);
    }
}
