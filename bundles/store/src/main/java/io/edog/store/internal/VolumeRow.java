package io.edog.store.internal;

import io.edog.api.model.Volume;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A disk image. */
@Entity
@Table(name = "VOLUME")
class VolumeRow extends ObjectRow {
    @Column(name = "POOL")
    private String pool;

    @Column(name = "STATE")
    private String state;

    @Column(name = "SIZE_BYTES")
    private long sizeBytes;

    @Column(name = "TEMPLATE")
    private @Nullable String template;

    @Column(name = "ATTACHED_TO")
    private @Nullable String attachedTo;

    protected VolumeRow() {}

    VolumeRow(Volume volume) {
        super(volume);
        pool = word(volume.pool());
        state = word(volume.state());
        sizeBytes = volume.sizeBytes();
        template = volume.template().orElse(null);
        attachedTo = volume.attachedTo().orElse(null);
    }
}
