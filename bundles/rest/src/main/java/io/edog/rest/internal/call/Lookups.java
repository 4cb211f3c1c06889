package io.edog.rest.internal.call;

import io.edog.api.model.Resource;
import io.edog.api.service.ClusterView;
import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import io.edog.rest.internal.http.Caller;

/** Finds the object a path names, by id or by name. */
public final class Lookups {
    private Lookups() {}

    /** The object; a 404 problem when it is not there or not the caller's to see. */
    public static <T extends Resource> T find(ClusterView view, Class<T> type, String idOrName) {
        return view.find(type, idOrName).orElseThrow(() -> new ProblemException(notFound(type, idOrName)));
    }

    /**
     * What a command calls the object. With an idempotency key what the path says goes on as it is: the same request must
     * lead to the same command, also when the object is gone or has another name by now, perhaps because of it.
     */
    public static <T extends Resource> String subject(ClusterView view, Class<T> type, String idOrName, Caller caller) {
        return caller.key().isPresent() ? idOrName : find(view, type, idOrName).id();
    }

    private static Problem notFound(Class<?> type, String idOrName) {
        String label =
                type.getSimpleName().equals("Vm") ? "VM" : type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
        String shown = idOrName.length() <= 80 ? idOrName : idOrName.substring(0, 80) + "…";
        return Problem.notFound(label, shown);
    }
}
