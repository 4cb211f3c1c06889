package io.edog.appctl;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.cli.Console;
import io.edog.appctl.inventory.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives commands as a shell would, and keeps what they said. */
final class Caller {
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> options;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    Caller(Path directory, String... options) {
        environment.put("HOME", directory.toString());
        environment.put("EDOG_CLUSTER_DIR", directory.resolve("cluster").toString());
        this.options = List.of(options);
    }

    Caller with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Caller without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** Gives a command; returns its exit code. */
    int run(String... words) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(options);
        Console console = new Console(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                environment,
                false,
                question -> Optional.empty());
        return Main.run(console, all.toArray(new String[0]));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    JsonNode json() {
        return Json.tree(out());
    }

    @Override
    public String toString() {
        return "out:\n" + out + "err:\n" + err;
    }
}
