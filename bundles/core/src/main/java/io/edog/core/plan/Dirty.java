package io.edog.core.plan;

import io.edog.api.model.Kind;
import java.util.Map;
import java.util.Set;

/**
 * What a plan must look at. Looking at more gives the same plan, only later.
 *
 * @param everything look at all there is
 * @param ids ids of changed objects by kind; of a host it means the host and all that is on it
 */
public record Dirty(boolean everything, Map<Kind, Set<String>> ids) {
    /** The sweep. */
    public static final Dirty ALL = new Dirty(true, Map.of());

    public Dirty {
        ids = Map.copyOf(ids);
    }

    Set<String> of(Kind kind) {
        return ids.getOrDefault(kind, Set.of());
    }
}
