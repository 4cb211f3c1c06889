package io.edog.itests.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.history.check.ChainLink;
import io.edog.itests.history.check.JournalEntry;
import io.edog.itests.history.check.ManagerEnd;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.support.RawEntry;
import io.edog.itests.support.Rest;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the checker is to look at when everything has come to rest. */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final int AFTER_USER = 1;

    private Ending() {}

    /** Each manager's state and journal. */
    static List<ManagerEnd> of(Cluster cluster, String token) {
        return cluster.managers().stream()
                .map(manager -> end(manager, cluster.rest(manager).with(token)))
                .toList();
    }

    /** One that does not serve has nothing to show, which is not what the others have. */
    private static ManagerEnd end(String manager, Rest rest) {
        try {
            return of(manager, rest);
        } catch (AssertionError | UncheckedIOException e) {
            LOG.warn("manager {} does not answer: {}", manager, e.getMessage());
            return new ManagerEnd(manager, 0, "", Map.of(), List.of());
        }
    }

    private static ManagerEnd of(String manager, Rest rest) {
        JsonNode said = rest.get("/cluster").expect(200).body();
        Map<String, String> names = new HashMap<>();
        for (String list : List.of("/vms", "/volumes")) {
            for (JsonNode object : rest.all(list + "?limit=1000", "after")) {
                names.put(object.path("id").asText(), object.path("name").asText());
            }
        }
        List<JournalEntry> journal = new ArrayList<>();
        for (JsonNode entry : rest.all("/journal?limit=1000", "from")) {
            journal.add(entry(entry));
        }
        return new ManagerEnd(
                manager, said.path("index").asLong(), said.path("stateHash").asText(), names, journal);
    }

    private static JournalEntry entry(JsonNode entry) {
        List<JournalEntry.Put> puts = new ArrayList<>();
        for (JsonNode change : entry.path("changes")) {
            String what = change.path("change").asText();
            if (what.equals("vm.put") || what.equals("volume.put")) {
                JsonNode object = change.path("object");
                puts.add(new JournalEntry.Put(
                        object.path("id").asText(), object.path("name").asText()));
            }
        }
        return new JournalEntry(
                entry.path("index").asLong(),
                entry.path("epoch").asLong(),
                entry.path("hash").asText(),
                List.copyOf(puts));
    }

    /** An entry in ZooKeeper, by the keys that its clients know. */
    static ChainLink link(RawEntry entry) {
        List<String> keys = entry.outcomes().stream()
                .map(id -> id.split(":", 2)[AFTER_USER])
                .toList();
        return new ChainLink(entry.index(), entry.previous(), entry.claimed(), entry.computed(), keys);
    }
}
