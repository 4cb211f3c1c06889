package io.edog.api.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that has its name only once it is whole and on the disk. */
final class SafeFile {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    /** Writes the contents. */
    interface Contents {
        void write(OutputStream out) throws IOException;
    }

    /** Throws if the file is not as it must be. */
    interface Check {
        void check(Path file) throws IOException;
    }

    private SafeFile() {}

    /** Makes a directory, and those above it, if it is not there. */
    static void makeDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Path parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_DIRECTORY));
        }
    }

    /** Writes beside the path, flushes, checks, renames; what a crash leaves is deleted by the next write. */
    static void write(Path path, Contents contents, Check check) throws IOException {
        Path temporary = path.resolveSibling("state.new");
        try {
            Files.deleteIfExists(temporary);
            writeAndFlush(temporary, contents);
            check.check(temporary);
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        flushDirectory(path.resolveSibling("."));
    }

    private static void writeAndFlush(Path file, Contents contents) throws IOException {
        Set<StandardOpenOption> fresh = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, fresh, PosixFilePermissions.asFileAttribute(OWNER_FILE));
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            contents.write(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void flushDirectory(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
