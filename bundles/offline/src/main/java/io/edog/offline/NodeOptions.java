package io.edog.offline;

import io.edog.api.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which node, and how it is spoken of. */
final class NodeOptions {
    @Option(names = "--data", required = true, description = "The node's data directory.")
    private Path data = Path.of("");

    @Option(names = "--etc", required = true, description = "The directory with the configuration.")
    private Path etc = Path.of("");

    @Option(names = "--cluster", defaultValue = "edog", description = "The cluster's name.")
    private String cluster = "edog";

    @Option(names = "--roles", split = ",", defaultValue = "manager", description = "The node's roles.")
    private Set<String> roles = Set.of();

    @Option(names = "--voter", description = "ZooKeeper has a voter here.")
    private boolean voter;

    @Option(names = "--secret-file", description = "The file with the secret that protects ZooKeeper's data.")
    private Optional<Path> secretFile = Optional.empty();

    @Option(names = "--json", description = "The result as JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Node node() {
        return new Node(data, etc, cluster);
    }

    Recovery.Parts parts() throws IOException {
        Optional<String> secret = secretFile.isPresent()
                ? Optional.of(Files.readString(secretFile.get()).strip())
                : Optional.empty();
        return new Recovery.Parts(roles.contains("manager"), voter, secret);
    }

    /** Prints one or the other. */
    void say(String text, Object result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.write(result) : text);
        out.flush();
    }
}
