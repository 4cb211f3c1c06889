package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Command;
import io.edog.itests.support.Volumes;
import io.edog.testkit.store.PrivatePostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From Derby to PostgreSQL, as docs/operations.md says. */
class PostgresIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private PrivatePostgres postgres;
    private Appliance appliance;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        postgres = PrivatePostgres.start();
        appliance = new Appliance();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        appliance.close();
        postgres.close();
    }

    @Test
    void theStateMovesByConfigurationAlone() throws IOException, InterruptedException {
        written("before");
        appliance.edog(LIMIT, "stop").succeeded();
        appliance.edog(LIMIT, "db", "backup-offline").succeeded();
        set("org.ops4j.datasource-edog.cfg", "osgi.jdbc.driver.name", "PostgreSQL JDBC Driver");
        set("org.ops4j.datasource-edog.cfg", "url", postgres.newDatabase());
        set("io.edog.store.cfg", "derby.directory", "");
        appliance.edog(LIMIT, "db", "recover", newestBackup(), "--yes").succeeded();
        Command.run(
                        LIMIT,
                        Map.of(),
                        List.of("rm", "-r", appliance.data.resolve("db").toString()))
                .succeeded();

        appliance.run();
        assertThat(volumes()).contains("before");
        appliance.admin().get("/vms/demo").expect(200);
        written("after");
        long karaf = appliance.pid("karaf");
        Appliance.signal("KILL", karaf);
        appliance.restarted("karaf", karaf);
        await("the state after a crash")
                .atMost(LIMIT)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(volumes()).contains("before", "after"));
        assertThat(appliance.data.resolve("db")).doesNotExist();
    }

    private void written(String name) {
        appliance.admin().post("/volumes", Volumes.request(name)).expect(202);
    }

    private List<String> volumes() {
        return Volumes.names(appliance.admin());
    }

    private String newestBackup() throws IOException {
        try (Stream<Path> files = Files.list(appliance.data.resolve("backups"))) {
            Optional<Path> newest = files.max(Path::compareTo);
            return newest.orElseThrow().toString();
        }
    }

    private void set(String file, String key, String value) throws IOException {
        Path path = appliance.data.resolve("etc").resolve(file);
        String before = Files.readString(path);
        String after = before.replaceFirst("(?m)^" + key + " =.*$", key + " = " + value);
        assertThat(after).as(file).isNotEqualTo(before);
        Files.writeString(path, after);
    }
}
