package io.edog.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.export.StateDirectory;
import io.edog.api.export.StateFile;
import io.edog.api.export.StateFiles;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest extends StateFilesContract {
    @TempDir
    private Path parent;

    private Path directory() {
        return parent.resolve("data").resolve("exports");
    }

    @Override
    protected StateFiles open() {
        return new StateDirectory(directory(), "test", Clock.fixed(Samples.AT, ZoneOffset.UTC));
    }

    @Override
    protected void damage(StateFile file) {
        try {
            byte[] bytes = Files.readAllBytes(file.path());
            bytes[bytes.length / 2] ^= 1;
            Files.write(file.path(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        StateFile file = open().write(ClusterState.empty());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void theNameTellsWhatItIs() {
        assertThat(open().write(ClusterState.empty()).name()).isEqualTo("00000001-index-0-20260329T013000Z.state.gz");
    }

    @Test
    void whatLiesAroundIsLeftAlone() throws IOException {
        StateFile first = open().write(ClusterState.empty());
        Path note = Files.writeString(directory().resolve("README"), "mine");
        Files.writeString(directory().resolve("state.new"), "cut off by a crash");
        StateFile second = open().write(ClusterState.empty());
        assertThat(open().list()).containsExactly(second, first);
        open().prune(0);
        assertThat(note).exists();
        try (Stream<Path> left = Files.list(directory())) {
            assertThat(left).containsExactly(note);
        }
    }

    @Test
    void whereNothingCanBeWrittenNothingIsLeft() throws IOException {
        Files.createDirectories(directory().getParent());
        Files.writeString(directory(), "a file where the directory should be");
        assertThatThrownBy(() -> open().write(ClusterState.empty()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("can't be written to " + directory());
        assertThat(open().list()).isEmpty();
    }
}
