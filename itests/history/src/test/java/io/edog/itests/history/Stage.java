package io.edog.itests.history;

import static org.awaitility.Awaitility.await;

import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.SimulatedHost;
import io.edog.itests.support.Rest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What must be there before clients begin: a session, a pool, some VMs that are never started. */
final class Stage {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Stage() {}

    /** A session that all managers know. */
    static String session(Cluster cluster) {
        String first = cluster.managers().get(0);
        String token =
                cluster.rest(first).login("admin", cluster.password()).token().orElseThrow();
        await("all managers know the session")
                .atMost(LIMIT)
                .ignoreExceptions()
                .until(() -> cluster.managers().stream()
                        .allMatch(manager -> cluster.rest(manager)
                                        .with(token)
                                        .get("/cluster")
                                        .status()
                                == 200));
        return token;
    }

    /** Ids of new VMs, each with a volume of its own to boot from, in the pool of the simulated hosts. */
    static List<String> vms(Rest rest, String run, int count) {
        await("a host has reported its pool")
                .atMost(LIMIT)
                .until(() -> rest.get("/pools")
                        .expect(200)
                        .body()
                        .findValuesAsText("id")
                        .contains(SimulatedHost.POOL));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String volume = run + "-boot" + i;
            rest.post("/volumes", "{\"name\":\"" + volume + "\",\"sizeBytes\":1048576}")
                    .expect(202);
            String body = Rest.JSON
                    .createObjectNode()
                    .put("name", run + "-vm" + i)
                    .put("cpus", 1)
                    .put("memoryMiB", 64)
                    .put("bootVolume", volume)
                    .put("start", false)
                    .toString();
            ids.add(rest.post("/vms", body).expect(202).text("subject"));
        }
        return ids;
    }
}
