package io.edog.shell.internal.text;

import io.edog.api.model.Kind;
import io.edog.api.model.Resource;
import io.edog.api.model.Task;
import io.edog.api.service.ClusterView;
import io.edog.api.state.Kinds;
import java.util.Optional;

/** Ids as people read them. */
public final class Ids {

    private static final int SHORT = 8;
    private static final int UUID = 36;

    private Ids() {}

    /** The beginning of a generated id, long enough to name the object on a command line; any other id as it is. */
    public static String brief(String id) {
        return id.length() == UUID ? id.substring(0, SHORT) : id;
    }

    /** The name of the object with an id, or the beginning of the id when it is gone. */
    public static String name(Class<? extends Resource> type, String id, ClusterView view) {
        return view.find(type, id).map(Resource::name).orElse(brief(id));
    }

    /** As {@link #name}, where there may be no object. */
    public static String name(Class<? extends Resource> type, Optional<String> id, ClusterView view) {
        return id.map(known -> name(type, known, view)).orElse("");
    }

    /** The name of what a task is about; its kind begins with the word of that object's kind. */
    public static String subject(Task task, ClusterView view) {
        int dot = task.kind().indexOf('.');
        return Kind.of(dot < 0 ? task.kind() : task.kind().substring(0, dot))
                .filter(Kind::listed)
                .map(kind -> name(Kinds.classOf(kind), task.subject(), view))
                .orElse(brief(task.subject()));
    }
}
