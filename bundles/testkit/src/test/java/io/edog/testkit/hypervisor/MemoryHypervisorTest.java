package io.edog.testkit.hypervisor;

import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainSpec;
import io.edog.api.hypervisor.GuestProcesses;
import io.edog.api.hypervisor.Hypervisor;
import java.time.InstantSource;
import java.util.List;

class MemoryHypervisorTest extends HypervisorContract {
    private final MemoryHypervisor hypervisor = new MemoryHypervisor(InstantSource.system());

    @Override
    protected Hypervisor hypervisor() {
        return hypervisor;
    }

    @Override
    protected GuestProcesses processes() {
        return hypervisor;
    }

    @Override
    protected DomainSpec idleGuest(DomainKey of, String bootId, String operation) {
        hypervisor.ignoreButton(of.vm());
        return new DomainSpec(of, bootId, operation, "idle", 1, 16, List.of(), List.of());
    }

    @Override
    protected DomainSpec quittingGuest(DomainKey of, String bootId, String operation) {
        return idleGuest(of, bootId, operation);
    }

    @Override
    protected void letPowerOff(String id) {
        hypervisor.powerOff(id);
    }

    @Override
    protected void kill(String id) {
        hypervisor.kill(id);
    }
}
