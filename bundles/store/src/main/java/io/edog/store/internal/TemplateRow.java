package io.edog.store.internal;

import io.edog.api.model.Template;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** An image that volumes are cloned from. */
@Entity
@Table(name = "TEMPLATE")
class TemplateRow extends ObjectRow {
    @Column(name = "POOL")
    private String pool;

    @Column(name = "STATE")
    private String state;

    @Column(name = "SIZE_BYTES")
    private long sizeBytes;

    @Column(name = "OS")
    private String os;

    @Column(name = "VERSION")
    private String version;

    protected TemplateRow() {}

    TemplateRow(Template template) {
        super(template);
        pool = word(template.pool());
        state = word(template.state());
        sizeBytes = template.sizeBytes();
        os = word(template.os());
        version = word(template.version());
    }
}
