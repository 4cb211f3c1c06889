package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {
    private final Rig rig = new Rig();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    private Reply take(String token) {
        return rig.send(rig.request("/backups")
                .setHeader("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
    }

    @Test
    void aBackupIsTakenAndListed() {
        rig.backends.backups = new FakeBackups(directory.resolve("backups"));
        Reply taken = take(rig.admin).expect(201);
        assertThat(taken.text("path")).startsWith(directory.toString());
        assertThat(taken.text("stateHash")).hasSize(64);
        JsonNode list = rig.get("/backups").expect(200).json();
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.path("items").get(0)).isEqualTo(taken.json());
        assertThat(list.path("trouble").asText()).isEqualTo("The disk was full.");
        take(rig.ann).expect(403);
    }

    @Test
    void withoutAnybodyWhoTakesThemItIsSaid() {
        take(rig.admin).expect(503);
        rig.get("/backups").expect(503);
    }
}
