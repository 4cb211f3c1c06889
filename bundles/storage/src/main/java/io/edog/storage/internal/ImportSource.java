package io.edog.storage.internal;

import io.edog.api.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Looks at an image before it is imported: one that refers to other files could show what its owner may not see. */
final class ImportSource {
    private static final Set<String> FORMATS = Set.of("qcow2", "raw", "vdi", "vpc", "vhdx");

    private final QemuImg qemuImg;
    private final List<Path> allowed;

    ImportSource(QemuImg qemuImg, List<Path> allowed) {
        this.qemuImg = qemuImg;
        this.allowed = List.copyOf(allowed);
    }

    /**
     * A file that may be imported.
     *
     * @param file with no symbolic link left in its path
     */
    record Source(Path file, String format) {}

    /**
     * Checks it.
     *
     * @throws StorageException with what is wrong and what would help
     */
    Source check(String path) {
        Path file = file(path);
        ImageInfo info = qemuImg.info(file);
        if (!FORMATS.contains(info.format())) {
            throw new StorageException(path + " is in the format " + info.format()
                    + ", which can't be imported; convert it to qcow2 first");
        }
        refuseReference(path, "backing file", info.backingFile());
        refuseReference(path, "data file", info.dataFile());
        return new Source(file, info.format());
    }

    private Path file(String path) {
        Path file = parse(path);
        if (!file.isAbsolute()) {
            throw new StorageException(path + " is not absolute; give the whole path on this host, from /");
        }
        if (!Files.exists(file)) {
            throw new StorageException(path + " is not there on this host; copy the image here first");
        }
        if (!Files.isRegularFile(file)) {
            throw new StorageException(path + " is not a regular file; give the path of an image");
        }
        if (!Files.isReadable(file)) {
            throw new StorageException(path + " can't be read; let the user that edog runs as read it");
        }
        return inAllowed(path, real(path, file));
    }

    private static Path parse(String path) {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new StorageException("the path of the image is not one: " + e.getReason(), e);
        }
    }

    private static Path real(String path, Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            throw new StorageException(path + " can't be read: " + e.getMessage(), e);
        }
    }

    private Path inAllowed(String path, Path file) {
        if (!allowed.isEmpty() && allowed.stream().noneMatch(file::startsWith)) {
            throw new StorageException(path + " is in none of the directories that may be imported from: " + allowed
                    + "; move it there, or change importDirs in io.edog.storage");
        }
        return file;
    }

    private static void refuseReference(String path, String kind, java.util.Optional<String> other) {
        if (other.isPresent()) {
            throw new StorageException(path + " refers to a " + kind + ", " + other.get()
                    + ", so it is not whole by itself; flatten it first with: qemu-img convert -O qcow2 "
                    + path + " whole.qcow2");
        }
    }
}
