package io.edog.offline;

import io.edog.api.journal.Index;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * A node that is stopped: where it keeps its things.
 *
 * @param data its data directory
 * @param etc the directory with its configuration
 * @param cluster the name of the cluster
 */
record Node(Path data, Path etc, String cluster) {
    private static final String DATABASE = "org.ops4j.datasource-edog.cfg";
    private static final String AGREED = "agreed=";
    private static final String BACKUP = "io.edog.backup.cfg";

    OfflineDatabase database() throws IOException {
        return OfflineDatabase.of(settings(DATABASE), data);
    }

    Path backups() throws IOException {
        return settings(BACKUP).get("directory").map(Path::of).orElse(data.resolve("backups"));
    }

    /** Exports of the state: with them the journal may be trimmed. */
    Path exports() {
        return data.resolve("exports");
    }

    Path zookeeper() {
        return data.resolve("zookeeper");
    }

    /** There while the manager is out of service because its state differed from the others'. */
    Path outOfService() {
        return data.resolve("out-of-service");
    }

    /** The last index at which such a manager was known to agree with the others; empty if it is in service. */
    Optional<Index> agreed() throws IOException {
        if (!Files.exists(outOfService())) {
            return Optional.empty();
        }
        return Files.readAllLines(outOfService()).stream()
                .filter(line -> line.matches(AGREED + "\\d{1,18}"))
                .map(line -> new Index(Long.parseLong(line.substring(AGREED.length()))))
                .findFirst()
                .or(() -> Optional.of(Index.ZERO));
    }

    private Settings settings(String file) throws IOException {
        Properties variables = new Properties();
        variables.setProperty("edog.data", data.toString());
        variables.setProperty("edog.cluster", cluster);
        return Settings.read(etc.resolve(file), variables);
    }
}
