package io.edog.store.internal;

import java.util.function.Function;
import javax.persistence.EntityManager;

/** Transactions of a Derby database in this process, after whose failures it is seen to. */
record DerbyTransactions(Transactions transactions, EmbeddedDerby derby) implements Transactions {
    @Override
    public <T> T run(Function<EntityManager, T> work) {
        try {
            return transactions.run(work);
        } catch (RuntimeException e) {
            derby.failed(e);
            throw e;
        }
    }
}
