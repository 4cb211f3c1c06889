package io.edog.agent.internal.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.agent.internal.TimedCalls;
import io.edog.agent.internal.libvirt.LibvirtSettings.DomainType;
import io.edog.agent.internal.rig.PrivateLibvirtd;
import io.edog.libvirt.EventLoop;
import io.edog.libvirt.LibvirtConnection;
import io.edog.libvirt.LibvirtFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineFinderIT {
    @Test
    void aTestGuestTellsWhetherKvmWorksAndLeavesNothingBehind() throws LibvirtFailure {
        try (PrivateLibvirtd libvirtd = PrivateLibvirtd.start();
                EventLoop loop = EventLoop.start(why -> {});
                TimedCalls calls = new TimedCalls("test", 4);
                LibvirtConnection connection = LibvirtConnection.open(libvirtd.uri())) {
            LibvirtSettings settings = TestSettings.of(libvirtd, DomainType.AUTO, List.of());

            String type = new MachineFinder(settings, calls).find().type();

            assertThat(type).isIn("kvm", "qemu");
            assertThat(new MachineFinder(settings, calls).find().type()).isEqualTo(type);
            assertThat(libvirtd.home().resolve("scratch/domain-type")).content().contains(type);
            assertThat(connection.domains()).isEmpty();
            assertThat(loop).isNotNull();
        }
    }
}
