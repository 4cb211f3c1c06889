package io.edog.storage.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Changes to directories that are on disk when the call returns. */
final class Durable {
    private Durable() {}

    /** Makes a directory that others may pass through but not list, with its parents below {@code root}. */
    static void directories(Path root, Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = Paths.parent(directory);
        if (!directory.equals(root)) {
            directories(root, parent);
        } else {
            Files.createDirectories(parent);
        }
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        sync(parent);
    }

    /** Gives a file its name at last: complete and on disk, or not there. */
    static void publish(Path made, Path as) throws IOException {
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
        sync(made);
        Files.move(made, as, StandardCopyOption.ATOMIC_MOVE);
        sync(Paths.parent(as));
    }

    /** Deletes a directory of files. */
    static void delete(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
        sync(Paths.parent(directory));
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
