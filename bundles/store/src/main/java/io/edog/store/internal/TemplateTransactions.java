package io.edog.store.internal;

import java.util.function.Function;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** Transactions of the container. With one local resource it knows no other type than {@code Required}. */
record TemplateTransactions(JpaTemplate template) implements Transactions {
    @Override
    public <T> T run(Function<EntityManager, T> work) {
        return template.txExpr(TransactionType.Required, work::apply);
    }
}
