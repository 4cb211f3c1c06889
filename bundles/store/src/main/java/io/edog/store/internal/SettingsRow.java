package io.edog.store.internal;

import io.edog.api.model.ClusterSettings;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** What holds for the cluster as a whole. */
@Entity
@Table(name = "SETTINGS")
class SettingsRow extends ObjectRow {
    @Column(name = "FORMAT")
    private int format;

    protected SettingsRow() {}

    SettingsRow(ClusterSettings settings) {
        super(settings);
        format = settings.format();
    }
}
