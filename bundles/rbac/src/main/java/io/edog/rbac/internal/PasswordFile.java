package io.edog.rbac.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The file with the first administrator's password, for nobody but its owner to read. Whole or not there. */
record PasswordFile(Path path) {

    Optional<String> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        String password = Files.readString(path, StandardCharsets.UTF_8).strip();
        return password.isEmpty() ? Optional.empty() : Optional.of(password);
    }

    /** Writes it so that it survives a power cut as soon as this returns. */
    void write(String password) throws IOException {
        Path directory = Objects.requireNonNull(path.toAbsolutePath().getParent());
        Files.createDirectories(directory);
        Path fresh = directory.resolve(path.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
