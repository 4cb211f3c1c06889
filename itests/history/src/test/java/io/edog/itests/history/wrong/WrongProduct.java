package io.edog.itests.history.wrong;

import io.edog.itests.support.Command;
import io.edog.itests.support.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A patch of bugs/, compiled into an unpacked distribution. */
final class WrongProduct {
    private static final Pattern FILE =
            Pattern.compile("^\\+\\+\\+ b/(bundles/([^/]+)/src/main/java/\\S+\\.java)", Pattern.MULTILINE);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path distribution;
    private final Path work;

    private WrongProduct(Path distribution, Path work) {
        this.distribution = distribution;
        this.work = work;
    }

    /** Compiles what some patches change, one upon the other, and puts it into the jars of a distribution. */
    static void make(List<Path> patches, Path distribution) throws IOException {
        WrongProduct wrong =
                new WrongProduct(distribution, Files.createTempDirectory(distribution.getParent(), "patched"));
        for (Path patch : patches) {
            wrong.apply(patch);
        }
    }

    private void apply(Path patch) throws IOException {
        Map<String, List<Path>> sources = new java.util.TreeMap<>();
        Matcher file = FILE.matcher(Files.readString(patch));
        while (file.find()) {
            Path copy = work.resolve(file.group(1));
            if (!Files.exists(copy)) {
                Files.createDirectories(copy.getParent());
                Files.copy(Project.ROOT.resolve(file.group(1)), copy);
            }
            sources.computeIfAbsent(file.group(2), bundle -> new ArrayList<>()).add(copy);
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(patch + " changes no source of a bundle");
        }
        Command.run(LIMIT, Map.of(), List.of("patch", "-p1", "-s", "-d", work.toString(), "-i", patch.toString()))
                .succeeded();
        for (Map.Entry<String, List<Path>> bundle : sources.entrySet()) {
            replace(bundle.getKey(), bundle.getValue());
        }
    }

    private void replace(String bundle, List<Path> sources) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes-" + bundle));
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-parameters", "-cp", jars(), "-d", classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        run("javac", arguments);
        run("jar", List.of("--update", "--file", jar(bundle).toString(), "-C", classes.toString(), "."));
    }

    private static void run(String tool, List<String> arguments) {
        int exit = ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new AssertionError(tool + " failed with exit code " + exit + ": " + arguments);
        }
    }

    private Path jar(String bundle) throws IOException {
        String name = "edog-" + bundle + "-[0-9].*\\.jar";
        try (Stream<Path> files = Files.walk(distribution.resolve("system"))) {
            return files.filter(path -> path.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String jars() throws IOException {
        try (Stream<Path> files = Files.walk(distribution)) {
            return files.filter(path -> path.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
        }
    }
}
