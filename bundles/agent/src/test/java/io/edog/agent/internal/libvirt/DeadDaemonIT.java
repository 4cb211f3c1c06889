package io.edog.agent.internal.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.agent.internal.libvirt.LibvirtSettings.DomainType;
import io.edog.agent.internal.rig.PrivateLibvirtd;
import io.edog.api.hypervisor.HypervisorSilentException;
import io.edog.libvirt.EventLoop;
import io.edog.libvirt.LibvirtFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadDaemonIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void aDeadDaemonIsRestartedAHungOneIsLeftAlone() throws LibvirtFailure {
        try (PrivateLibvirtd libvirtd = PrivateLibvirtd.start();
                EventLoop loop = EventLoop.start(why -> {});
                LibvirtHypervisor hypervisor = new LibvirtHypervisor(
                        TestSettings.of(libvirtd, DomainType.QEMU, libvirtd.restartCommand()),
                        InstantSource.system())) {
            assertThat(loop).isNotNull();
            hypervisor.domains();

            libvirtd.hangDaemon();
            assertThatThrownBy(hypervisor::domains).isInstanceOf(HypervisorSilentException.class);
            assertThatThrownBy(hypervisor::domains).isInstanceOf(HypervisorSilentException.class);
            assertThat(hypervisor.daemon().up()).isFalse();
            libvirtd.continueDaemon();
            await().atMost(LIMIT).ignoreExceptions().until(hypervisor::domains, List::isEmpty);

            libvirtd.killDaemon();
            await().atMost(LIMIT).ignoreExceptions().until(hypervisor::domains, List::isEmpty);
            assertThat(hypervisor.daemon().up()).isTrue();
        }
    }
}
