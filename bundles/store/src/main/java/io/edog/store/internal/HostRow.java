package io.edog.store.internal;

import io.edog.api.model.Host;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;

/** A machine that runs guests. */
@Entity
@Table(name = "HOST")
class HostRow extends ObjectRow {
    @Column(name = "STATE")
    private String state;

    @Column(name = "BOOT_ID")
    private String bootId;

    @Column(name = "CPUS")
    private int cpus;

    @Column(name = "MEMORY_MIB")
    private long memoryMib;

    protected HostRow() {}

    HostRow(Host host) {
        super(host);
        state = word(host.state());
        bootId = word(host.bootId());
        cpus = host.cpus();
        memoryMib = host.memoryMiB();
    }
}
