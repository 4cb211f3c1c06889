package io.edog.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's disk is full: an entry is refused, all before it stay, and with room again the same store goes on. */
@Tag("slow")
class DiskFullTest {
    private static final int LIMIT_S = 180;

    @TempDir
    private Path directory;

    @Test
    void aFullDiskRefusesAnEntryAndLosesNone() throws Exception {
        assertThat(seenBy(FillTheDisk.class))
                .satisfiesExactly(
                        refused -> assertThat(refused).startsWith("refused: The database can't apply entry"),
                        end -> assertThat(end).isEqualTo("went on"));
    }

    /** Derby lets nobody write to a database that it opened while there was no room, not even when there is room again. */
    @Test
    void aDatabaseThatWasOpenedOnAFullDiskFindsBackByItself() throws Exception {
        assertThat(seenBy(OpenOnAFullDisk.class))
                .satisfiesExactly(
                        refused -> assertThat(refused).startsWith("refused: The database can't apply entry 2"),
                        applied -> assertThat(applied).isEqualTo("applied"),
                        refused -> assertThat(refused).startsWith("refused: the schema can't be brought up to date"),
                        end -> assertThat(end).isEqualTo("brought up to date"));
    }

    /** What a process prints that has a disk of its own, in a mount namespace that ends with it. */
    private List<String> seenBy(Class<?> main) throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        Path output = directory.resolve("output");
        String script = "mount -t tmpfs -o size=32m tmpfs \"$1\" && exec \"$2\" -cp \"$3\""
                + " -Dderby.stream.error.file=\"$4/derby.log\" " + main.getName() + " \"$1\" \"$4/seen\"";
        Process process = new ProcessBuilder(
                        "unshare",
                        "--mount",
                        "--map-root-user",
                        "--propagation=private",
                        "sh",
                        "-c",
                        script,
                        "sh",
                        disk.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(LIMIT_S, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(Files.readString(output))
                .isTrue();
        return Files.readAllLines(directory.resolve("seen"));
    }
}
