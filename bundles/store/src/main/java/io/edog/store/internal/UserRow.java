package io.edog.store.internal;

import io.edog.api.model.User;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** Someone who can log in. */
@Entity
@Table(name = "USERS")
class UserRow extends ObjectRow {
    @Column(name = "ROLES")
    private String roles;

    @Column(name = "LOCKED")
    private boolean locked;

    protected UserRow() {}

    UserRow(User user) {
        super(user);
        roles = word(String.join(",", user.roles()));
        locked = user.locked();
    }
}
