package io.edog.rest.internal.call;

import io.edog.api.model.Resource;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.api.view.ListView;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages of lists: filtered, sorted, cut. Only what is on the page is turned into its view, unless another order
 * than by id is asked for.
 */
public final class Lister<T extends Resource, V extends Record> {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;
    private static final String BY_ID = "id";

    private final BiFunction<T, ClusterView, V> toView;
    private final Function<V, String> id;
    private final SortKeys<V> keys;

    public Lister(Class<V> type, BiFunction<T, ClusterView, V> toView, Function<V, String> id) {
        this.toView = toView;
        this.id = id;
        this.keys = new SortKeys<>(type);
    }

    /**
     * A page.
     *
     * @param all in the order of their ids
     */
    public ListView<V> page(List<T> all, ClusterView view, ListParams params) {
        int limit = (int) Numbers.of("limit", params.limit, 1, MAX_LIMIT, DEFAULT_LIMIT);
        List<T> found = all.stream().filter(matching(params.q)).toList();
        String sort = params.sort == null ? BY_ID : params.sort;
        return sort.equals(BY_ID)
                ? byId(found, view, params.after, limit)
                : sorted(found.stream().map(o -> toView.apply(o, view)).toList(), sort, params.after, limit);
    }

    private static java.util.function.Predicate<Resource> matching(@Nullable String q) {
        if (q == null || q.isEmpty()) {
            return object -> true;
        }
        String wanted = q.toLowerCase(Locale.ROOT);
        return object -> object.name().toLowerCase(Locale.ROOT).contains(wanted)
                || object.id().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private ListView<V> byId(List<T> found, ClusterView view, @Nullable String after, int limit) {
        List<T> rest = after == null
                ? found
                : found.stream().filter(o -> o.id().compareTo(after) > 0).toList();
        List<V> items =
                rest.stream().limit(limit).map(o -> toView.apply(o, view)).toList();
        return new ListView<>(items, found.size(), next(items, rest.size()));
    }

    private ListView<V> sorted(List<V> found, String sort, @Nullable String after, int limit) {
        boolean descending = sort.startsWith("-");
        Comparator<V> by = descending ? order(sort.substring(1)).reversed() : order(sort);
        List<V> sorted = found.stream().sorted(by.thenComparing(id)).toList();
        List<V> rest = after == null ? sorted : sorted.subList(position(sorted, after) + 1, sorted.size());
        List<V> items = rest.stream().limit(limit).toList();
        return new ListView<>(items, found.size(), next(items, rest.size()));
    }

    private Comparator<V> order(String field) {
        return field.equals(BY_ID) ? Comparator.comparing(id) : keys.by(field);
    }

    private int position(List<V> sorted, String after) {
        for (int i = 0; i < sorted.size(); i++) {
            if (id.apply(sorted.get(i)).equals(after)) {
                return i;
            }
        }
        throw new ProblemException(Problem.invalid(
                "after", "What the page before ended with is not in the list any more.", "Begin again without it."));
    }

    private Optional<String> next(List<V> items, int remaining) {
        return items.size() < remaining ? Optional.of(id.apply(items.get(items.size() - 1))) : Optional.empty();
    }
}
