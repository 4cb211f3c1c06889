package io.edog.agent.internal.libvirt;

import io.edog.agent.internal.libvirt.LibvirtSettings.DomainType;
import io.edog.agent.internal.libvirt.LibvirtSettings.Limits;
import io.edog.agent.internal.rig.PrivateLibvirtd;
import java.nio.file.Path;
import java.util.List;

/** How tests use libvirt. */
public final class TestSettings {
    private TestSettings() {}

    public static LibvirtSettings of(PrivateLibvirtd libvirtd) {
        return of(libvirtd, DomainType.QEMU, List.of());
    }

    static LibvirtSettings of(PrivateLibvirtd libvirtd, DomainType type, List<String> restartCommand) {
        return new LibvirtSettings(
                libvirtd.uri(),
                libvirtd.home(),
                libvirtd.home().resolve("scratch"),
                Path.of("/proc/sys/kernel/random/boot_id"),
                type,
                restartCommand,
                Limits.DEFAULT);
    }
}
