package io.edog.store.internal;

import io.edog.api.model.Run;
import io.edog.api.model.Vm;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A virtual machine. */
@Entity
@Table(name = "VM")
class VmRow extends ObjectRow {
    @Column(name = "STATE")
    private String state;

    @Column(name = "DESIRED")
    private String desired;

    @Column(name = "HOST")
    private @Nullable String host;

    @Column(name = "RUN")
    private @Nullable Long run;

    @Column(name = "CPUS")
    private int cpus;

    @Column(name = "MEMORY_MIB")
    private long memoryMib;

    protected VmRow() {}

    VmRow(Vm vm) {
        super(vm);
        state = word(vm.state());
        desired = word(vm.desired());
        host = vm.run().map(Run::host).orElse(null);
        run = vm.run().map(Run::number).orElse(null);
        cpus = vm.cpus();
        memoryMib = vm.memoryMiB();
    }
}
