package io.edog.itests.history;

import static org.awaitility.Awaitility.await;

import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.SimulatedHost;
import io.edog.itests.history.nemesis.Survey;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must be there before clients begin: a session, a pool, some VMs that are never started. */
public final class Stage {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration LOGIN_LIMIT = Duration.ofSeconds(15);

    private Stage() {}

    /** A session that all managers know. */
    public static String session(Cluster cluster) {
        String token = await("someone can log in")
                .atMost(LIMIT)
                .until(() -> login(cluster), Optional::isPresent)
                .orElseThrow();
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

    private static Optional<String> login(Cluster cluster) {
        String body = Rest.JSON
                .createObjectNode()
                .put("user", "admin")
                .put("password", cluster.password())
                .toString();
        return cluster.managers().stream()
                .flatMap(manager -> login(cluster.rest(manager).limit(LOGIN_LIMIT), body).stream())
                .findFirst();
    }

    private static Optional<String> login(Rest manager, String body) {
        try {
            return Optional.of(manager.send("POST", "/sessions", Optional.of(body)))
                    .filter(reply -> reply.status() == 201)
                    .map(reply -> reply.text("token"));
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    /** Ids of new VMs, each with a volume of its own to boot from, in the pool of the simulated hosts. */
    public static List<String> vms(Cluster cluster, String token, String run, int count) {
        Rest rest = cluster.rest(leader(cluster, token)).with(token);
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
            made(rest, "/volumes", volume, "{\"name\":\"" + volume + "\",\"sizeBytes\":1048576}");
            String body = Rest.JSON
                    .createObjectNode()
                    .put("name", run + "-vm" + i)
                    .put("cpus", 1)
                    .put("memoryMiB", 64)
                    .put("bootVolume", volume)
                    .put("start", false)
                    .toString();
            ids.add(made(rest, "/vms", run + "-vm" + i, body).text("subject"));
        }
        return ids;
    }

    private static String leader(Cluster cluster, String token) {
        return await("someone leads")
                .atMost(LIMIT)
                .until(() -> Survey.of(cluster, token).leader(), Optional::isPresent)
                .orElseThrow();
    }

    /** Asked again, under the same key, as long as nobody can answer: leaders may change meanwhile. */
    private static Rest.Reply made(Rest rest, String path, String key, String body) {
        return await(path + " takes " + key)
                .atMost(LIMIT)
                .until(
                        () -> rest.call("POST", path, Optional.of(body), "Idempotency-Key", key),
                        reply -> reply.status() != 503)
                .expect(202);
    }
}
