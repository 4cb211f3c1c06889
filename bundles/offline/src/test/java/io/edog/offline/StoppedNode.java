package io.edog.offline;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.api.export.StateDirectory;
import io.edog.api.json.Json;
import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import io.edog.testkit.store.History;
import io.edog.testkit.store.RandomHistory;
import io.edog.testkit.store.Samples;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine;

/** A node's data directory, and the commands run on it as the script does. */
final class StoppedNode {
    private final Path data;
    private final List<String> options;
    private String errors = "";

    StoppedNode(Path data, String... more) {
        this.data = data;
        this.options = new ArrayList<>(List.of(
                "--json", "--data=" + data, "--etc=" + data.resolve("etc"), "--cluster=test", "--roles=manager"));
        options.addAll(List.of(more));
    }

    Path data() {
        return data;
    }

    /** A made-up state of a random history of a length. */
    static ClusterState state(int entries) {
        History history = new History();
        history.put(Samples.all().toArray(Resource[]::new));
        RandomHistory random = new RandomHistory(20261126, history);
        IntStream.range(1, entries).forEach(i -> random.next());
        return history.state();
    }

    /** Where an export of a state now lies. */
    Path export(ClusterState state) {
        return new StateDirectory(data.resolve("exports"), "test", Clock.systemUTC())
                .write(state)
                .path();
    }

    /** Runs a command that must go well; what it prints. */
    JsonNode run(String command, String... arguments) {
        StringWriter out = new StringWriter();
        int code = execute(out, command, arguments);
        if (code != 0) {
            throw new AssertionError(command + " failed with " + code + ": " + errors);
        }
        return Json.read(out.toString(), JsonNode.class);
    }

    /** Runs a command; its exit code. */
    int tryToRun(String command, String... arguments) {
        return execute(new StringWriter(), command, arguments);
    }

    private int execute(StringWriter out, String command, String... arguments) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(options);
        words.addAll(List.of(arguments));
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(words.toArray(String[]::new));
        errors = err.toString();
        return code;
    }

    /** What the last command told of its failure. */
    String errors() {
        return errors;
    }

    boolean has(String name) {
        return Files.exists(data.resolve(name));
    }
}
