package io.edog.itests.appliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a {@code --long} run leaves behind, to be committed. */
final class Results {
    private Results() {}

    static void write(String name, long seed, Map<String, Integer> counts) throws IOException {
        if (!Boolean.getBoolean("edog.long")) {
            return;
        }
        ObjectNode result = Rest.JSON
                .createObjectNode()
                .put("name", name)
                .put("commit", commit())
                .put("command", "./edog test --long")
                .put("seed", seed);
        counts.forEach(result.putObject("counts")::put);
        Path file = Appliance.ROOT.resolve("docs/results/" + name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, result.toPrettyString() + "\n");
    }

    private static String commit() {
        return Command.run(Duration.ofSeconds(10), Map.of(), List.of("git", "rev-parse", "HEAD"))
                .succeeded()
                .out()
                .strip();
    }
}
