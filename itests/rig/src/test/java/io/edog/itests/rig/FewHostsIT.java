package io.edog.itests.rig;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.itests.rig.RigHost.Part;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two managers with a witness, and one alone. */
class FewHostsIT {
    @Test
    void twoManagersHaveAWitnessOnTheAgent() {
        try (Rig rig = Rig.unpacked(2, 1)) {
            Appctl appctl = rig.appctl();
            assertThat(appctl.run("cluster", "conf", "a", "b", "--agents", "c")
                            .succeeded()
                            .out())
                    .contains("Two managers need a third voter: c is the witness");
            appctl.run("cluster", "deploy").succeeded();
            appctl.run("cluster", "start").succeeded();
            Cluster cluster = new Cluster(rig);
            cluster.serves(Map.of());
            assertThat(rig.host("c").state(Part.ZOOKEEPER)).isEqualTo("up");
            Cluster.written(cluster.admin(rig.host("b")), "one");
        }
    }

    /** Set up by someone who may become root there, and is not. */
    @Test
    void oneHostIsAClusterToo() {
        try (Rig rig = Rig.unpacked(1, 0)) {
            Appctl appctl = rig.appctl();
            rig.host("a").bash("""
                    useradd -m -p '*' ops
                    cp -r /root/.ssh /home/ops/
                    chown -R ops: /home/ops/.ssh
                    echo 'ops ALL=(root) NOPASSWD: ALL' >/etc/sudoers.d/ops
                    """);
            assertThat(appctl.run("cluster", "conf", rig.host("a").address(), "--ssh-user", "ops")
                            .succeeded()
                            .out())
                    .contains("One manager");
            appctl.run("cluster", "deploy").succeeded();
            appctl.run("cluster", "start").succeeded();
            new Cluster(rig).serves(Map.of());
        }
    }
}
