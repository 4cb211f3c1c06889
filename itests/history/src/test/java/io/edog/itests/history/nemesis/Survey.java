package io.edog.itests.history.nemesis;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the managers that answer say of the cluster, at one moment. By manager: its answer to GET /cluster. */
public record Survey(Map<String, JsonNode> answers) {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Asks all of them. */
    public static Survey of(Cluster cluster, String token) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (String manager : cluster.managers()) {
            ask(cluster.rest(manager).with(token).limit(LIMIT)).ifPresent(said -> answers.put(manager, said));
        }
        return new Survey(answers);
    }

    private static Optional<JsonNode> ask(Rest manager) {
        try {
            Rest.Reply reply = manager.send("GET", "/cluster", Optional.empty());
            return Optional.of(reply).filter(r -> r.status() == 200).map(Rest.Reply::body);
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    /** Those that serve. */
    public Set<String> serving() {
        Map<String, JsonNode> serving = new LinkedHashMap<>(answers);
        serving.values().removeIf(said -> !said.path("serving").asBoolean(false));
        return serving.keySet();
    }

    /** Who leads, by the word of the one that says so itself. */
    public Optional<String> leader() {
        return answers.keySet().stream().filter(this::leads).findFirst();
    }

    /** Whether a manager says that it leads. */
    public boolean leads(String manager) {
        JsonNode said = answers.get(manager);
        return said != null
                && said.path("role").asText().equals("leader")
                && said.path("serving").asBoolean();
    }

    /** Whether so many managers serve, all at one index with one state. */
    public boolean agreed(int managers) {
        return serving().size() == managers && mark().size() == 1;
    }

    /** The indexes and state hashes that are to be seen. */
    public Set<String> mark() {
        return answers.values().stream()
                .map(said -> said.path("index").asLong() + " "
                        + said.path("stateHash").asText())
                .collect(Collectors.toSet());
    }

    /** The index of a manager; 0 when it did not answer. */
    public long index(String manager) {
        JsonNode said = answers.get(manager);
        return said == null ? 0 : said.path("index").asLong();
    }
}
