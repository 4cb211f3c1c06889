package io.edog.rest.internal.call;

import io.edog.api.model.Resource;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.rest.internal.http.Caller;
import java.util.Optional;

/** Finds the object a path names, by id or by name. */
public final class Lookups {
    private Lookups() {}

    /** The object; a 404 problem when it is not there or not the caller's to see. */
    public static <T extends Resource> T find(ClusterView view, Class<T> type, String idOrName) {
        return view.find(type, idOrName).orElseThrow(() -> new ProblemException(notFound(type, idOrName)));
    }

    /**
     * The id of the object. With an idempotency key the object may be gone because this very command was carried out
     * before; then what the path says goes on as it is, and the cluster knows the answer.
     */
    public static <T extends Resource> String id(ClusterView view, Class<T> type, String idOrName, Caller caller) {
        Optional<T> found = view.find(type, idOrName);
        if (found.isEmpty() && caller.key().isPresent()) {
            return idOrName;
        }
        return find(view, type, idOrName).id();
    }

    private static Problem notFound(Class<?> type, String idOrName) {
        String label =
                type.getSimpleName().equals("Vm") ? "VM" : type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        String shown = idOrName.length() <= 80 ? idOrName : idOrName.substring(0, 80) + "…";
        return Problem.notFound(label, shown);
    }
}
