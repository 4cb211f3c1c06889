package io.edog.agent.internal.libvirt;

import static org.assertj.core.api.Assertions.fail;

import io.edog.agent.internal.process.KernelProcesses;
import io.edog.agent.internal.rig.BootSector;
import io.edog.agent.internal.rig.PrivateLibvirtd;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainSpec;
import io.edog.api.hypervisor.DomainSpec.DiskFile;
import io.edog.api.hypervisor.GuestProcesses;
import io.edog.api.hypervisor.Hypervisor;
import io.edog.api.model.DiskBus;
import io.edog.libvirt.EventLoop;
import io.edog.libvirt.LibvirtFailure;
import io.edog.testkit.hypervisor.HypervisorContract;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract, on a real libvirtd with real QEMUs. */
class LibvirtHypervisorIT extends HypervisorContract {
    private static Optional<PrivateLibvirtd> libvirtd = Optional.empty();
    private static Optional<EventLoop> eventLoop = Optional.empty();

    private final LibvirtHypervisor hypervisor =
            new LibvirtHypervisor(TestSettings.of(libvirtd.orElseThrow()), InstantSource.system());
    private final KernelProcesses processes = KernelProcesses.start();

    @BeforeAll
    static void startDaemon() throws LibvirtFailure {
        libvirtd = Optional.of(PrivateLibvirtd.start());
        eventLoop = Optional.of(EventLoop.start(why -> fail(why)));
    }

    @AfterAll
    static void stopDaemon() {
        libvirtd.ifPresent(PrivateLibvirtd::close);
        eventLoop.ifPresent(EventLoop::close);
    }

    @Override
    protected void close() {
        hypervisor.close();
        processes.close();
    }

    @Override
    protected Hypervisor hypervisor() {
        return hypervisor;
    }

    @Override
    protected GuestProcesses processes() {
        return processes;
    }

    @Override
    protected DomainSpec idleGuest(DomainKey of, String bootId, String operation) {
        return guest(of, bootId, operation, BootSector.IDLE);
    }

    @Override
    protected DomainSpec quittingGuest(DomainKey of, String bootId, String operation) {
        return guest(of, bootId, operation, BootSector.QUITS);
    }

    private static DomainSpec guest(DomainKey of, String bootId, String operation, BootSector sector) {
        String disk = sector.write(libvirtd.orElseThrow().home()).toString();
        return new DomainSpec(
                of, bootId, operation, "guest", 1, 16, List.of(new DiskFile(disk, "raw", DiskBus.VIRTIO)), List.of());
    }

    @Override
    protected void letPowerOff(String id) {
        // it does by itself
    }

    @Override
    protected void kill(String id) {
        PrivateLibvirtd.signal(
                "KILL",
                Optional.ofNullable(processes.running().get(id)).orElseThrow().pid());
    }
}
