package io.edog.api.journal;

import io.edog.api.model.Kind;
import io.edog.api.model.Resource;

/** A fact, absolute and idempotent: what an object is from now on, or that it is no more. */
public sealed interface Change {

    /** The object is so. */
    record Put(Resource object) implements Change {}

    /**
     * The object is gone.
     *
     * @param tenant the tenant it belonged to
     * @param owner who owned it, so that its end is told to the same people as its life
     */
    record Removed(Kind kind, String id, String tenant, String owner) implements Change {
        /** The end of an object. */
        public static Removed of(Resource object) {
            return new Removed(object.resourceKind(), object.id(), object.tenant(), object.owner());
        }
    }
}
