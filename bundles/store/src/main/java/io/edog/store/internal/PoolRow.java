package io.edog.store.internal;

import io.edog.api.model.Pool;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A place for volumes. */
@Entity
@Table(name = "POOL")
class PoolRow extends ObjectRow {
    @Column(name = "DRIVER")
    private String driver;

    protected PoolRow() {}

    PoolRow(Pool pool) {
        super(pool);
        driver = word(pool.driver());
    }
}
