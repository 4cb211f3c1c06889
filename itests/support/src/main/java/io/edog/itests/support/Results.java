package io.edog.itests.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a {@code --long} run leaves behind, to be committed. */
public final class Results {
    private Results() {}

    /** Writes docs/results/NAME.json, if this is such a run. */
    public static void write(String name, long seed, Map<String, Integer> counts) throws IOException {
        if (!Project.LONG) {
            return;
        }
        ObjectNode result = Rest.JSON
                .createObjectNode()
                .put("name", name)
                .put("commit", Project.commit())
                .put("command", "./edog test --long")
                .put("seed", seed);
        counts.forEach(result.putObject("counts")::put);
        Path file = Project.ROOT.resolve("docs/results/" + name + ".json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, result.toPrettyString() + "\n");
    }
}
