package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Command;
import io.edog.itests.support.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package on a host with systemd: a node is installed, upgraded, rolled back and removed under a running guest. */
class PackageIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Path ARCHIVE = Project.ROOT.resolve("karaf-assembly/target/edog-karaf-0.1.0.tar.gz");
    private static final String GUEST = "[q]emu-system.*edog-idle";
    private static final String KARAF = "[o]rg.apache.karaf.main.Main";
    /** A boot sector that halts for ever: sti, hlt, jump back. */
    private static final String IDLE_IMAGE =
            "printf '\\xfb\\xf4\\xeb\\xfd' >/root/idle.img; truncate -s 510 /root/idle.img;"
                    + " printf '\\x55\\xaa' >>/root/idle.img; truncate -s 1M /root/idle.img";

    @TempDir
    private Path packages;

    private SystemdHost host;

    @BeforeEach
    void boot() throws IOException {
        build();
        build("9.9.9");
        host = new SystemdHost(packages);
    }

    @AfterEach
    void end() {
        Optional.ofNullable(host).ifPresent(SystemdHost::close);
    }

    @Test
    void upgradeRollBackAndRemovalLeaveGuestsRunning() {
        install("0.1.0");
        host.bash("systemd-analyze verify /lib/systemd/system/edog-*.service /lib/systemd/system/edog.target");
        host.bash("printf 'EDOG_NODE=a\\nEDOG_LIBVIRT=private\\n' >/etc/edog/node.env; edog-node check");
        host.bash("edog-node start --wait 300; systemctl is-enabled edog.target");
        String guest = startGuest();

        killedAndDaemonRestarted();
        String karaf = pid(KARAF);
        install("9.9.9");
        assertThat(pid(KARAF)).isEqualTo(karaf);
        assertThat(version()).as("until told otherwise").isEqualTo("0.1.0");
        host.bash("edog-node use 9.9.9; edog-node restart --wait 300");
        assertThat(version()).isEqualTo("9.9.9");
        host.bash("edog-node use previous; edog-node restart --wait 300");
        assertThat(version()).isEqualTo("0.1.0");
        await().atMost(LIMIT).until(() -> shell("edog:vm-list"), list -> list.contains("running"));
        assertThat(pid(GUEST)).isEqualTo(guest);

        remove(guest);
    }

    /** Karaf comes back by itself; the guests are in the group of libvirtd's unit, and stay. */
    private void killedAndDaemonRestarted() {
        String guest = pid(GUEST);
        String karaf = pid(KARAF);
        host.bash("kill -KILL " + karaf + "; systemctl restart edog-libvirtd");
        await().atMost(LIMIT).until(() -> host.run("pgrep -f '" + KARAF + "'").exit() == 0);
        host.bash("edog-node start --wait 300");
        assertThat(pid(KARAF)).isNotEqualTo(karaf);
        assertThat(pid(GUEST)).isEqualTo(guest);
    }

    private void remove(String guest) {
        host.bash("dpkg -r edog");
        assertThat(pid(GUEST)).isEqualTo(guest);
        assertThat(host.run("pgrep -f '[/]opt/edog/'").exit()).isEqualTo(1);
        host.bash(
                "test ! -e /opt/edog; sh /var/lib/dpkg/info/edog.postrm purge; test -d /var/lib/edog/db -a -f /etc/edog/node.env");
        host.bash("kill -KILL " + guest);
        await().atMost(LIMIT).until(() -> host.run("pgrep -f '" + GUEST + "'").exit() == 1);
        host.bash("dpkg -P edog");
        assertThat(host.bash("test ! -e /etc/edog; ls -A /var/lib/edog")).isEqualTo("pools");
    }

    private String startGuest() {
        host.bash(IDLE_IMAGE);
        shell("edog:template-import --os none idle /root/idle.img");
        shell("edog:vm-create --cpus 1 --memory 16 --template idle --start idle");
        return pid(GUEST);
    }

    private void build(String... version) {
        List<String> command = new ArrayList<>(
                List.of(Project.ROOT.resolve("scripts/deb/build").toString(), ARCHIVE.toString(), packages.toString()));
        command.addAll(List.of(version));
        Command.run(LIMIT, Map.of(), command).succeeded();
    }

    private void install(String version) {
        host.bash("dpkg -i /mnt/shared/edog_" + version + "_all.deb");
    }

    private String shell(String line) {
        return host.bash("edog-node shell '" + line + "'");
    }

    private String pid(String pattern) {
        return host.bash("pgrep -f '" + pattern + "'");
    }

    private String version() {
        return host.bash("readlink /var/lib/edog/dist").replaceFirst(".*/", "");
    }
}
