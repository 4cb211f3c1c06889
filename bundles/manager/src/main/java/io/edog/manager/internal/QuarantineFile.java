package io.edog.manager.internal;

import io.edog.api.journal.Index;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is there while this manager is out of service, and says why. */
final class QuarantineFile implements Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(QuarantineFile.class);

    /** Read by those who make the database anew: exports beyond that index may have gone astray, too. */
    private static final String AGREED = "agreed=";

    private final Path file;
    private volatile Optional<String> reason;

    QuarantineFile(Path file) {
        this.file = file;
        this.reason = read(file);
    }

    /** A file that can't be read says as much as one that can: this manager is out of service. */
    private static Optional<String> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Files.readString(file).lines().findFirst().or(() -> Optional.of("why is not known"));
        } catch (IOException e) {
            return Optional.of("it was taken out of service; why can't be read from " + file);
        }
    }

    @Override
    public Optional<String> reason() {
        return reason;
    }

    @Override
    public synchronized void enter(String why, Index agreed) {
        reason = Optional.of(why);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(StandardCharsets.UTF_8.encode(why + "\n" + AGREED + agreed + "\n"));
                channel.force(true);
            }
        } catch (IOException e) {
            LOG.error("{} can't be written, a restart will forget that this manager is out of service: {}", file, e);
        }
    }

    @Override
    public synchronized void clear() {
        try {
            Files.deleteIfExists(file);
            reason = Optional.empty();
        } catch (IOException e) {
            LOG.error("{} can't be deleted, this manager stays out of service: {}", file, e.getMessage());
        }
    }
}
