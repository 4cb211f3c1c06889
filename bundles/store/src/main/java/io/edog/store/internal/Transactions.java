package io.edog.store.internal;

import java.util.function.Function;
import javax.persistence.EntityManager;

/** Runs work in a database transaction of its own. */
interface Transactions {
    /** Commits what the work did, or, when it or the commit throws, rolls back and throws that. */
    <T> T run(Function<EntityManager, T> work);
}
