package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.PrivateFiles;
import io.edog.appctl.inventory.Token;
import io.edog.appctl.plan.Addresses;
import io.edog.appctl.plan.Aliases;
import io.edog.appctl.plan.Reshape;
import io.edog.appctl.plan.Wanted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code agent token}. */
@Command(
        name = "token",
        description = {
            "Prints a token with which a host takes itself in, if ssh does not get there: on it, 'appctl agent join' reads it.",
            "It holds the host's key: hand it over as you would a password."
        })
final class AgentToken extends ChangingCommand {
    @Parameters(paramLabel = "[NAME=]ADDRESS", description = "The host, as the others reach it.")
    private String host = "";

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            defaultValue = "24",
            description = "How long it can be used (default ${DEFAULT-VALUE}).")
    private int hours;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it into a file that only you can read.")
    private Optional<Path> out = Optional.empty();

    AgentToken(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws IOException {
        Cluster present = session.cluster();
        List<Wanted> wanted = new Aliases(Optional.of(present)).settle(Addresses.parse(List.of(host)));
        Cluster changed = Reshape.withAgent(present, wanted.get(0), Map.of());
        Node node = changed.find(wanted.get(0).address()).orElseThrow();
        if (hours < 1) {
            throw Refusal.usage("--hours " + hours, "At least one.");
        }
        if (session.context().settings().dryRun()) {
            session.context().show(node, "would take in " + node.name() + "\n");
            return ExitCode.OK;
        }
        session.save(changed);
        long expires = Instant.now().plus(Duration.ofHours(hours)).getEpochSecond();
        String line = Token.of(
                        changed.name(),
                        node.name(),
                        expires,
                        session.directory().nodeFiles(node))
                .line();
        if (out.isPresent()) {
            PrivateFiles.write(out.get().toAbsolutePath(), line + "\n");
            session.context()
                    .show(
                            Map.of("node", node.name(), "file", out.get().toString()),
                            "token of " + node.name() + " in " + out.get() + "\n");
        } else {
            session.context().show(Map.of("node", node.name(), "token", line), line + "\n");
        }
        return ExitCode.OK;
    }
}
