package io.edog.agent.internal.libvirt;

import io.edog.agent.internal.libvirt.LibvirtSettings.DomainType;
import io.edog.agent.internal.libvirt.LibvirtSettings.Limits;
import io.edog.agent.internal.rig.PrivateLibvirtd;
import java.util.List;

/** How tests use libvirt. */
public final class TestSettings {
    private TestSettings() {}

    public static LibvirtSettings of(PrivateLibvirtd libvirtd) {
        return new LibvirtSettings(
                libvirtd.uri(),
                libvirtd.home(),
                libvirtd.home().resolve("scratch"),
                DomainType.QEMU,
                List.of(),
                Limits.DEFAULT);
    }
}
