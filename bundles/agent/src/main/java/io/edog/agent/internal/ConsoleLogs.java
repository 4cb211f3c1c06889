package io.edog.agent.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logs of guests' serial consoles, kept from filling the disk. QEMU appends to them, so one that is too long is
 * copied aside and emptied under its hands.
 */
public final class ConsoleLogs {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleLogs.class);

    private final Path directory;
    private final long mostBytes;

    /**
     * Makes the directory, for nobody but edog.
     *
     * @param mostBytes of one log; another of that size is kept beside it
     */
    public ConsoleLogs(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            LOG.warn("can't make {} for the guests' consoles: {}", directory, e.getMessage());
        }
    }

    /** Looks at all of them once. */
    public void trim() {
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(directory, "*.log")) {
            for (Path log : logs) {
                if (Files.size(log) > mostBytes) {
                    turn(log);
                }
            }
        } catch (IOException e) {
            LOG.warn("can't look after the guests' consoles: {}", e.getMessage());
        }
    }

    private static void turn(Path log) throws IOException {
        Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }
}
