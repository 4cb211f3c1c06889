package io.edog.offline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Renames and deletes directories, so that a crash in between leaves the one or the other. */
final class Directories {
    private static final String OLD = ".old-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Directories() {}

    /** Renames it, to {@code NAME.old-TIME}; empty if it was not there. */
    static Optional<Path> setAside(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        Path old = path.resolveSibling(path.getFileName() + OLD + TIME.format(Instant.now()));
        move(path, old);
        return Optional.of(old);
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        flush(to.resolveSibling("."));
    }

    private static void flush(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes it and what lies in it, if it is there. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /** Deletes it, and all that was set aside from it. */
    static void deleteWithOld(Path path) throws IOException {
        deleteOld(path);
        delete(path);
    }

    /** Deletes all that was set aside from it. */
    static void deleteOld(Path path) throws IOException {
        for (Path old : old(path)) {
            delete(old);
        }
    }

    private static List<Path> old(Path path) throws IOException {
        Path parent = path.resolveSibling(".");
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(one -> String.valueOf(one.getFileName()).startsWith(path.getFileName() + OLD))
                    .toList();
        }
    }
}
