package io.edog.agent.internal.libvirt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the test guest showed, kept for as long as the host is not booted again. */
final class ProbeResult {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeResult.class);

    private final Path file;
    private final Path bootIdFile;

    ProbeResult(Path file, Path bootIdFile) {
        this.file = file;
        this.bootIdFile = bootIdFile;
    }

    /** Empty if nothing was found out since this boot. */
    Optional<String> get() {
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size() == 2 && lines.get(0).equals(bootId()) ? Optional.of(lines.get(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void put(String type) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, bootId() + "\n" + type + "\n");
        } catch (IOException e) {
            LOG.warn("can't keep what the test guest showed: {}", e.getMessage());
        }
    }

    private String bootId() throws IOException {
        return Files.readString(bootIdFile).strip();
    }
}
