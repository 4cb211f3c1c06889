package io.edog.appctl.cli;

import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.inventory.ClusterDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the directory of the cluster that is meant: {@code $EDOG_CLUSTER_DIR}, or {@code ~/.edog/NAME}. */
final class Directories {
    static final String USUAL_NAME = "edog";

    private final Map<String, String> environment;

    Directories(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Of a cluster that may not be there yet. */
    ClusterDirectory of(Optional<String> name) {
        return given().or(() -> name.map(known -> home().resolve(known)))
                .or(this::only)
                .map(ClusterDirectory::new)
                .orElseGet(() -> new ClusterDirectory(home().resolve(USUAL_NAME)));
    }

    private Optional<Path> given() {
        return Optional.ofNullable(environment.get("EDOG_CLUSTER_DIR"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .map(Path::toAbsolutePath);
    }

    private Path home() {
        String home = environment.getOrDefault("HOME", System.getProperty("user.home", "/"));
        return Path.of(home, ".edog").toAbsolutePath();
    }

    private Optional<Path> only() {
        List<Path> all = all();
        if (all.size() > 1) {
            List<String> names =
                    all.stream().map(path -> path.getFileName().toString()).toList();
            throw Refusal.usage(
                    "there are several clusters: " + String.join(", ", names), "Say which: --cluster " + names.get(0));
        }
        return all.stream().findFirst();
    }

    private List<Path> all() {
        if (!Files.isDirectory(home())) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(home())) {
            return paths.filter(path -> Files.exists(path.resolve("cluster.json")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal(ExitCode.FAILED, home() + " can't be read: " + e.getMessage(), "Set EDOG_CLUSTER_DIR.");
        }
    }
}
