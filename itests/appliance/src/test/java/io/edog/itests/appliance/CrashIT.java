package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Project;
import io.edog.itests.support.RawJournal;
import io.edog.itests.support.Rest;
import io.edog.itests.support.Results;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** kill -9 of karaf, of zookeeper and of both at random moments while clients write: nothing acknowledged is lost. */
@ExtendWith(Appliance.Shared.class)
class CrashIT {
    private static final boolean LONG = Project.LONG;
    private static final int ROUNDS = LONG ? 30 : 6;
    private static final int CLIENTS = 4;
    private static final long SEED = Long.getLong("edog.seed", 20261123L);
    private static final Duration BACK = Duration.ofSeconds(60);
    private static final Duration CONVERGED = Duration.ofSeconds(10);
    private static final List<List<String>> VICTIMS =
            List.of(List.of("karaf"), List.of("zookeeper"), List.of("karaf", "zookeeper"));

    private final Map<String, String> acknowledged = new HashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    @Test
    void everyAcknowledgedWriteIsThereOnce(Appliance appliance) throws Exception {
        Random random = new Random(SEED);
        Rest admin = appliance.admin();
        String guest = new Vms(admin).running(Vms.fresh("survivor"));
        long qemu = new Vms(admin).qemu(guest);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> victims = VICTIMS.get(round % VICTIMS.size());
            round(appliance, admin, victims, 200 + random.nextInt(1500));
            check(appliance, admin, guest, qemu);
        }
        assertThat(acknowledged.size()).isGreaterThanOrEqualTo(LONG ? 500 : 100);
        Results.write(
                "crash", SEED, Map.of("rounds", ROUNDS, "acknowledged", acknowledged.size(), "lost", 0, "doubled", 0));
        clean(admin, guest);
    }

    private void round(Appliance appliance, Rest admin, List<String> victims, int afterMs) throws Exception {
        try (Writers writers = new Writers(admin, CLIENTS, numbers)) {
            writers.start();
            await().pollDelay(Duration.ofMillis(afterMs))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> true);
            for (String victim : victims) {
                Appliance.signal("KILL", appliance.pid(victim));
            }
            await("REST is ready again")
                    .atMost(BACK)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> ready(appliance));
            writers.finish();
            acknowledged.putAll(writers.acknowledged);
        }
    }

    private static boolean ready(Appliance appliance) {
        try {
            return appliance.rest().send("GET", "/health", Optional.empty()).status() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    private void check(Appliance appliance, Rest admin, String guest, long qemu) throws Exception {
        await("the state converges").atMost(CONVERGED).untilAsserted(() -> {
            assertThat(new Vms(admin).state(guest)).isEqualTo("running");
            assertThat(new Vms(admin).state("demo")).isEqualTo("running");
        });
        assertThat(new Vms(admin).qemu(guest)).as("the guest never stopped").isEqualTo(qemu);
        assertThat(new Vms(admin).get(guest).path("run").asLong()).isEqualTo(1);
        Map<String, String> volumes = new HashMap<>();
        for (JsonNode volume : admin.all("/volumes?limit=1000", "after")) {
            assertThat(volumes.put(
                            volume.path("name").asText(), volume.path("id").asText()))
                    .isNull();
        }
        assertThat(volumes).containsAllEntriesOf(acknowledged);
        journal(appliance, admin);
    }

    /** The applied index is the journal's head, and database and ZooKeeper tell the same story, each creation once. */
    private void journal(Appliance appliance, Rest admin) throws Exception {
        try (RawJournal raw = appliance.journal()) {
            await("applied index = head").atMost(CONVERGED).untilAsserted(() -> {
                Map<Long, String> hashes = JournalCheck.verify(raw);
                assertThat(admin.get("/cluster")
                                .expect(200)
                                .body()
                                .path("index")
                                .asLong())
                        .isEqualTo(hashes.size());
            });
            compare(admin, JournalCheck.verify(raw));
        }
    }

    private void compare(Rest admin, Map<Long, String> hashes) {
        Map<String, Integer> created = new HashMap<>();
        for (JsonNode item : admin.all("/journal?limit=1000", "from")) {
            assertThat(item.path("hash").asText())
                    .isEqualTo(hashes.get(item.path("index").asLong()));
            if (!item.path("by").asText().equals("system")) {
                item.path("changes")
                        .forEach(change -> created.merge(change.findPath("name").asText(), 1, Integer::sum));
            }
        }
        acknowledged
                .keySet()
                .forEach(name -> assertThat(created.get(name)).as(name).isEqualTo(1));
    }

    private void clean(Rest admin, String guest) {
        Vms vms = new Vms(admin);
        acknowledged.values().forEach(id -> admin.delete("/volumes/" + id).expect(202));
        vms.remove(guest);
    }
}
