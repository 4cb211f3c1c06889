package io.edog.store.internal;

import io.edog.api.model.Outcome;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** What became of a command. */
@Entity
@Table(name = "OUTCOME")
class OutcomeRow extends ObjectRow {
    @Column(name = "AT_MS")
    private long atMs;

    protected OutcomeRow() {}

    OutcomeRow(Outcome outcome) {
        super(outcome);
        atMs = outcome.at().toEpochMilli();
    }
}
