package io.edog.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.api.export.StateDirectory;
import io.edog.api.state.ClusterState;
import io.edog.store.internal.StandaloneDatabase;
import io.edog.testkit.store.StateStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    @TempDir
    private Path directory;

    private final ClusterState older = StoppedNode.state(20);
    private final ClusterState newer = StoppedNode.state(60);
    private StoppedNode node;

    @BeforeEach
    void create() {
        node = new StoppedNode(directory.resolve("data"), "--voter");
    }

    /** Gives the node a database that holds a state. */
    private void fill(ClusterState state) {
        Path export = node.export(state);
        node.run("recover", "--yes", export.toString());
    }

    @Test
    void whatWasBackedUpAndWipedComesBack() throws IOException, SQLException {
        fill(newer);
        JsonNode backup = node.run("backup-offline");
        Directories.delete(node.data().resolve("db"));
        Directories.delete(node.data().resolve("zookeeper"));
        JsonNode recovered = node.run("recover", "--yes", backup.get("file").asText());
        JsonNode shown = node.run("show");
        assertThat(shown.get("stateHash").asText())
                .isEqualTo(newer.hash().hex())
                .isEqualTo(backup.get("stateHash").asText())
                .isEqualTo(recovered.get("stateHash").asText());
        assertThat(shown.get("index").asLong()).isEqualTo(newer.index().value());
        Node stopped = new Node(node.data(), node.data().resolve("etc"), "test");
        StateStoreContract.assertSame(stopped.database().use(StandaloneDatabase::load), newer);
    }

    @Test
    void itReplacesAndDoesNotMerge() throws IOException {
        fill(newer);
        Path backup = Files.move(node.export(older), directory.resolve("older"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(node.data().resolve("out-of-service"), "it differed");
        JsonNode recovered = node.run("recover", "--yes", backup.toString());
        assertThat(node.run("show").get("stateHash").asText())
                .isEqualTo(older.hash().hex());
        assertThat(recovered.get("old")).hasSize(3);
        assertThat(node.has("out-of-service")).isFalse();
        assertThat(node.has("exports")).isFalse();
    }

    @Test
    void theEpochRisesWithEachRecovery() throws IOException {
        Path backup = Files.move(node.export(older), directory.resolve("older"));
        assertThat(node.run("recover", "--yes", backup.toString()).get("epoch").asLong())
                .isEqualTo(10_000);
        assertThat(node.run("recover", "--yes", "--epoch=23456", backup.toString())
                        .get("epoch")
                        .asLong())
                .isEqualTo(23_456);
        assertThat(node.run("recover", "--yes", "--epoch=2", backup.toString())
                        .get("epoch")
                        .asLong())
                .isEqualTo(10_000);
    }

    @Test
    void aDamagedBackupChangesNothing() throws IOException {
        fill(newer);
        Path backup = Files.move(node.export(older), directory.resolve("older"));
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup, bytes);
        assertThat(node.tryToRun("recover", "--yes", backup.toString())).isEqualTo(1);
        assertThat(node.errors()).startsWith("db: not a whole state");
        assertThat(node.run("show").get("stateHash").asText())
                .isEqualTo(newer.hash().hex());
        assertThat(node.tryToRun("recover", "--yes", directory.resolve("none").toString()))
                .isEqualTo(1);
    }

    @Test
    void nobodyIsThereToSayYes() {
        Path backup = node.export(older);
        assertThat(node.tryToRun("recover", backup.toString())).isEqualTo(1);
        assertThat(node.errors()).contains("say --yes");
        assertThat(node.has("db")).isFalse();
    }

    @Test
    void aClearedDatabaseBeginsWithTheNewestExport() {
        fill(older);
        node.export(newer);
        JsonNode cleared = node.run("clear", "--yes");
        assertThat(cleared.get("index").asLong()).isEqualTo(newer.index().value());
        assertThat(node.run("show").get("stateHash").asText())
                .isEqualTo(newer.hash().hex());
        assertThat(node.run("clear", "--yes", "--empty").get("index").asLong()).isZero();
    }

    @Test
    void oneThatWentAstrayBeginsWithAnExportFromBeforeAndIsInServiceAgain() throws IOException {
        fill(newer);
        node.export(older);
        node.export(newer);
        Path mark = node.data().resolve("out-of-service");
        Files.writeString(mark, "it differed\nagreed=" + older.index() + "\n");
        assertThat(node.run("clear", "--yes").get("index").asLong())
                .isEqualTo(older.index().value());
        assertThat(node.has("out-of-service")).isFalse();
        Files.writeString(mark, "it differed, nobody knows since when\n");
        assertThat(node.tryToRun("clear", "--yes")).isEqualTo(1);
        assertThat(node.errors()).contains("differed", "--empty");
        assertThat(node.has("out-of-service")).isTrue();
    }

    @Test
    void aBackupOfAnotherClusterIsRefusedUnlessThatIsMeant() throws IOException {
        Path foreign = new StateDirectory(directory.resolve("foreign"), "other", Clock.systemUTC())
                .write(older)
                .path();
        assertThat(node.tryToRun("recover", "--yes", foreign.toString())).isEqualTo(1);
        assertThat(node.errors()).contains("of the cluster 'other'", "--other-cluster");
        assertThat(node.has("db")).isFalse();
        node.run("recover", "--yes", "--other-cluster", foreign.toString());
        assertThat(node.run("show").get("index").asLong())
                .isEqualTo(older.index().value());
    }

    @Test
    void withoutAnExportClearWantsToBeToldThatItIsMeant() {
        fill(older);
        assertThat(node.tryToRun("clear", "--yes")).isEqualTo(1);
        assertThat(node.errors()).contains("--empty");
        assertThat(node.run("show").get("index").asLong())
                .isEqualTo(older.index().value());
    }

    @Test
    void removingKeepsTheBackupsUnlessTold() throws IOException {
        fill(older);
        Path backup = Path.of(node.run("backup-offline").get("file").asText());
        Path others = Files.writeString(backup.resolveSibling("of-others"), "not edog's");
        node.run("clear", "--yes", "--empty");
        node.run("remove", "--yes");
        assertThat(node.has("db")).isFalse();
        assertThat(backup).exists();
        assertThat(node.has("zookeeper")).isTrue();
        assertThat(node.tryToRun("show")).isEqualTo(1);
        assertThat(node.errors()).contains("there is no database");
        node.run("remove", "--yes", "--backups");
        assertThat(backup).doesNotExist();
        assertThat(others).exists();
    }

    @Test
    void theCommandsSayHowTheyAreUsed() {
        assertThat(Main.run("recover")).isEqualTo(2);
        assertThat(Main.run()).isEqualTo(2);
        assertThat(Main.run("--help")).isZero();
    }
}
