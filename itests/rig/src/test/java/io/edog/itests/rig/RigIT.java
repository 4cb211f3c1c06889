package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.itests.rig.RigHost.Part;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rig itself: hosts without edog do what hosts do. */
class RigIT {
    private static Rig rig;

    @BeforeAll
    static void up() {
        rig = Rig.bare(2, 1, "--disk", "200M");
    }

    @AfterAll
    static void down() {
        rig.close();
    }

    @Test
    void eachHostReachesAllOthersByName() {
        for (RigHost from : rig.hosts()) {
            for (RigHost to : rig.hosts()) {
                assertThat(from.bash(ssh(to))).isEqualTo(to.name());
            }
        }
    }

    @Test
    void aCutHostIsReachedByNobodyUntilItIsHealed() {
        RigHost a = rig.host("a");
        RigHost b = rig.host("b");
        b.cut();
        assertThat(a.exec(Duration.ofSeconds(20), "bash", "-c", ssh(b)).exit()).isEqualTo(255);
        assertThat(b.bash("hostname")).isEqualTo("b");
        b.heal();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(a.bash(ssh(b))).isEqualTo("b"));
    }

    @Test
    void filesOutliveThePowerButNotRunAndTmp() {
        RigHost c = rig.host("c");
        String boot =
                c.bash("touch /root/kept /var/lib/edog/kept /tmp/gone /run/gone; cat /proc/sys/kernel/random/boot_id");
        c.powerOff();
        assertThat(c.exec(Duration.ofSeconds(20), "true").exit()).isEqualTo(3);
        assertThat(c.status().path("power").asText()).isEqualTo("off");
        c.powerOn();
        assertThat(c.bash("ls /root/kept /var/lib/edog/kept /tmp/gone /run/gone 2>/dev/null || true"))
                .isEqualTo("/root/kept\n/var/lib/edog/kept");
        assertThat(c.bash("cat /proc/sys/kernel/random/boot_id")).isNotEqualTo(boot);
    }

    @Test
    void processesArePausedResumedAndKilled() {
        RigHost a = rig.host("a");
        a.pause(Part.LIBVIRTD);
        assertThat(a.state(Part.LIBVIRTD)).isEqualTo("paused");
        a.resume(Part.LIBVIRTD);
        assertThat(a.state(Part.LIBVIRTD)).isEqualTo("up");
        int pid = a.status().path("processes").path("libvirtd").path("pid").asInt();
        a.kill(Part.LIBVIRTD);
        await("its host starts a new one")
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(a.status()
                                .path("processes")
                                .path("libvirtd")
                                .path("pid")
                                .asInt())
                        .isNotIn(0, pid));
    }

    @Test
    void aFullDiskIsOneHostsAlone() {
        RigHost b = rig.host("b");
        b.fillDisk();
        assertThat(b.exec(Duration.ofSeconds(20), "bash", "-c", "seq 100000 >/var/lib/edog/more")
                        .err())
                .contains("No space left");
        rig.host("a").bash("seq 100000 >/var/lib/edog/more");
        b.freeDisk();
        b.bash("seq 100000 >/var/lib/edog/more");
    }

    @Test
    void whatIsWrongIsSaidWithoutHarm() {
        Duration limit = Duration.ofSeconds(20);
        assertThat(rig.verb(limit, "cut", "z").exits(2).err()).contains("no host 'z'", "a b c");
        assertThat(rig.verb(limit, "kill", "a", "karaf").exits(1).err()).contains("no karaf runs on a");
        assertThat(rig.verb(limit, "up", "--bare", "--managers", "3").exits(1).err())
                .contains("2 managers and 1 agents");
        assertThat(rig.verb(limit, "frobnicate").exits(2).err()).contains("frobnicate");
        rig.verb(Duration.ofSeconds(60), "up", "--bare").succeeded();
    }

    private static String ssh(RigHost to) {
        return "ssh -o BatchMode=yes -o ConnectTimeout=2 " + to.name() + " hostname";
    }
}
