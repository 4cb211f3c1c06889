package io.edog.api.state;

import io.edog.api.model.ClusterSettings;
import io.edog.api.model.Host;
import io.edog.api.model.Kind;
import io.edog.api.model.Outcome;
import io.edog.api.model.Pool;
import io.edog.api.model.Resource;
import io.edog.api.model.Session;
import io.edog.api.model.Task;
import io.edog.api.model.Template;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import java.util.Map;

/** Which class holds which kind. */
public final class Kinds {
    private static final Map<Class<? extends Resource>, Kind> KINDS = Map.of(
            Vm.class, Kind.VM,
            Host.class, Kind.HOST,
            Pool.class, Kind.POOL,
            Volume.class, Kind.VOLUME,
            Template.class, Kind.TEMPLATE,
            Task.class, Kind.TASK,
            User.class, Kind.USER,
            Session.class, Kind.SESSION,
            Outcome.class, Kind.OUTCOME,
            ClusterSettings.class, Kind.SETTINGS);

    private Kinds() {}

    /** The kind of a class. */
    public static Kind of(Class<? extends Resource> type) {
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("not a class of objects: " + type);
        }
        return kind;
    }

    /** The class of a kind. */
    public static Class<? extends Resource> classOf(Kind kind) {
        return KINDS.entrySet().stream()
                .filter(e -> e.getValue() == kind)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
