package io.edog.appctl.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.appctl.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterDirectoryTest {
    private static final Cluster CLUSTER = new Cluster(
            Cluster.FORMAT,
            "test",
            false,
            3,
            SshAccess.usual(),
            Ports.usual(),
            List.of(
                    new Node("a", "10.0.0.1", List.of(Role.MANAGER), Optional.of(1), false),
                    new Node("b", "10.0.0.2", List.of(Role.AGENT, Role.WITNESS), Optional.of(2), true)));

    @TempDir
    private Path path;

    private ClusterDirectory directory;

    @BeforeEach
    void create() {
        directory = new ClusterDirectory(path.resolve("cluster"));
    }

    @Test
    void whatIsSavedIsRead() {
        assertThat(directory.read()).isEmpty();
        directory.save(CLUSTER);
        assertThat(directory.read()).contains(CLUSTER);
        assertThat(directory.changes(CLUSTER)).isEmpty();
    }

    @Test
    void nobodyElseReadsIt() throws IOException {
        directory.save(CLUSTER);
        try (Stream<Path> all = Files.walk(directory.path())) {
            assertThat(all)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    void aNodesSettings() {
        assertThat(NodeEnv.of(CLUSTER, CLUSTER.nodes().get(0)))
                .contains("EDOG_ROLES=manager\n", "EDOG_PEER=10.0.0.1:9502\n", "EDOG_ZK_ID=1\n", "EDOG_ZK_JOIN=no\n")
                .contains("EDOG_ZK_CONNECT=10.0.0.1:2281,10.0.0.2:2281\n")
                .contains("EDOG_ZK_FOUNDERS=\"1=10.0.0.1:2888:3888:2281 2=10.0.0.2:2888:3888:2281\"\n");
        assertThat(NodeEnv.of(CLUSTER, CLUSTER.nodes().get(1)))
                .contains("EDOG_ROLES=agent,witness\n", "EDOG_PEER=\n", "EDOG_ZK_JOIN=yes\n");
    }

    @Test
    void whoIsNoMemberAnyMoreLosesItsKeysHere() {
        directory.save(CLUSTER);
        directory.save(CLUSTER.without("b"));
        assertThat(directory.path().resolve("nodes/b")).doesNotExist();
        assertThat(directory.path().resolve("nodes/a/tls/node.pem")).exists();
    }

    @Test
    void aLostKeyIsNotMadeAnew() throws IOException {
        directory.save(CLUSTER);
        Files.delete(directory.path().resolve("ca/ca.key"));
        assertThatThrownBy(() -> directory.changes(CLUSTER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ca.key");
    }

    @Test
    void oneAtATime() throws Exception {
        try (AutoCloseable lock = directory.lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(directory::lock).hasMessageContaining("another appctl");
        }
        directory.lock().close();
    }

    @Test
    void theListOfTheFirstEdog() throws IOException {
        Path file = Files.writeString(path.resolve("cluster.xml"), ClusterXml.write(CLUSTER));
        assertThat(ClusterXml.read(file)).containsExactly("10.0.0.2");
        Files.writeString(file, "<cluster><slave ip='10.0.0.7'/><slave ip='10.0.0.8'/></cluster>");
        assertThat(ClusterXml.read(file)).containsExactly("10.0.0.7", "10.0.0.8");
        Files.writeString(
                file, "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><cluster><slave ip='&x;'/></cluster>");
        assertThatThrownBy(() -> ClusterXml.read(file)).isInstanceOf(Refusal.class);
    }
}
