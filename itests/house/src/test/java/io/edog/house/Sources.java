package io.edog.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The source files of the project that people write, tests included. */
final class Sources {
    private static final Path ROOT =
            Path.of(System.getProperty("edog.root", "../..")).toAbsolutePath().normalize();
    private static final List<String> FOLDERS = List.of("bundles", "itests", "scripts");
    private static final Pattern BASH = Pattern.compile("^#(!.*/bash$|!.* bash$| shellcheck shell=bash$)");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "dist", "coverage");

    private Sources() {}

    static List<Path> java() {
        return endingWith(".java");
    }

    static List<Path> typescript() {
        return endingWith(".ts", ".tsx");
    }

    static List<Path> code() {
        return endingWith(".java", ".ts", ".tsx", ".css", ".sh", ".py");
    }

    /** Bash scripts, whatever their names end with. */
    static List<Path> bash() {
        return endingWith("").stream().filter(Sources::isBash).toList();
    }

    private static boolean isBash(Path file) {
        try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            var first = reader.readLine();
            return first != null && BASH.matcher(first).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> endingWith(String... endings) {
        var found = new ArrayList<Path>();
        for (var folder : FOLDERS) {
            collect(ROOT.resolve(folder), List.of(endings), found);
        }
        return List.copyOf(found);
    }

    private static void collect(Path folder, List<String> endings, List<Path> into) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (endings.stream().anyMatch(file.toString()::endsWith)) {
                        into.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
