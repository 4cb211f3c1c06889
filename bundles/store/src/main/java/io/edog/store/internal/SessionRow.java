package io.edog.store.internal;

import io.edog.api.model.Session;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A bearer token. */
@Entity
@Table(name = "SESSION")
class SessionRow extends ObjectRow {
    @Column(name = "LOGIN")
    private boolean login;

    @Column(name = "EXPIRES_AT_MS")
    private long expiresAtMs;

    protected SessionRow() {}

    SessionRow(Session session) {
        super(session);
        login = session.login();
        expiresAtMs = session.expiresAt().toEpochMilli();
    }
}
