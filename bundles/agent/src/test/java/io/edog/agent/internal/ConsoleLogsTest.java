package io.edog.agent.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleLogsTest {
    @TempDir
    Path directory;

    @Test
    void aLongLogIsKeptAsideAndItsWriterGoesOn() throws IOException {
        ConsoleLogs consoles = new ConsoleLogs(directory.resolve("console"), 10);
        Path log = directory.resolve("console/demo.log");
        try (OutputStream qemu = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            qemu.write(new byte[20]);
            consoles.trim();
            qemu.write(new byte[5]);
        }

        assertThat(log).hasSize(5);
        assertThat(directory.resolve("console/demo.log.1")).hasSize(20);
    }

    @Test
    void aShortLogIsLeftAlone() throws IOException {
        ConsoleLogs consoles = new ConsoleLogs(directory, 10);
        Path log = Files.write(directory.resolve("demo.log"), new byte[10]);
        consoles.trim();

        assertThat(log).hasSize(10);
        assertThat(directory.resolve("demo.log.1")).doesNotExist();
    }
}
