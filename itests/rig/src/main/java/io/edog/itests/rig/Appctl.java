package io.edog.itests.rig;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.itests.support.Command;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The cluster's tool, run by root on a host of a rig that was brought up with {@code --unpack} or as a cluster.
 *
 * @param host where its administrator sits: the first host has the distribution unpacked
 */
public record Appctl(RigHost host) {
    private static final Duration LIMIT = Duration.ofMinutes(6);

    /** Gives a command. Its exit code is the caller's to judge. */
    public Command.Result run(String... words) {
        return run(LIMIT, words);
    }

    /** The same, for what may take longer. */
    public Command.Result run(Duration limit, String... words) {
        List<String> command = new ArrayList<>(List.of("/root/edog/bin/appctl", "--yes"));
        command.addAll(List.of(words));
        return host.exec(limit, command.toArray(String[]::new));
    }

    /** What a command prints with {@code --json}, whatever its exit code. */
    public JsonNode json(String... words) {
        List<String> command = new ArrayList<>(List.of("--json"));
        command.addAll(List.of(words));
        Command.Result result = run(command.toArray(String[]::new));
        try {
            return Rest.JSON.readTree(result.out());
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + result, e);
        }
    }

    /** The host that leads, by what {@code cluster ping} says. */
    public RigHost leader() {
        return host.rig().host(json("cluster", "ping").path("leader").asText());
    }
}
