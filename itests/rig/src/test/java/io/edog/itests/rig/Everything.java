package io.edog.itests.rig;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Rest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a manager tells of all there is, without what passes: states and times. */
final class Everything {
    private static final Duration SEEN = Duration.ofSeconds(60);
    private static final Map<String, List<String>> FIELDS = Map.of(
            "/vms", List.of("id", "name", "owner", "version", "disks", "nics", "policy", "desired", "host", "run"),
            "/volumes", List.of("id", "name", "pool", "sizeBytes", "attachedTo"),
            "/templates", List.of("id", "name", "pool", "sizeBytes"),
            "/pools", List.of("id", "driver"),
            "/hosts", List.of("id", "name", "bootId"),
            "/users", List.of("id", "name", "roles"));

    private Everything() {}

    /** A line for each object, by the list that it is in. */
    static Map<String, List<String>> at(Rest manager) {
        Map<String, List<String>> all = new TreeMap<>();
        FIELDS.forEach((path, fields) -> all.put(
                path,
                manager.all(path + "?limit=1000", "after").stream()
                        .map(object -> line(object, fields))
                        .sorted()
                        .toList()));
        return all;
    }

    private static String line(JsonNode object, List<String> fields) {
        return String.join(
                " ", fields.stream().map(field -> object.path(field).toString()).toList());
    }

    /** Waits until VMs are seen running. */
    static void running(Rest manager, String... names) {
        await("they run")
                .atMost(SEEN)
                .until(() -> Stream.of(names)
                        .allMatch(name -> manager.get("/vms/" + name)
                                .expect(200)
                                .text("state")
                                .equals("running")));
    }
}
