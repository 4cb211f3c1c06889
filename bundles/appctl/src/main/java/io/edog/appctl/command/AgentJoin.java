package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.inventory.PrivateFiles;
import io.edog.appctl.inventory.Token;
import io.edog.appctl.node.Places;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code agent join}. */
@Command(
        name = "join",
        description = {
            "On the host itself, as root: takes it into a cluster with a token of 'agent token'.",
            "Then start it: edog-node start."
        })
final class AgentJoin implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The token's file (default: standard input).")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--force", description = "Also if this host is a member of a cluster already.")
    private boolean force;

    AgentJoin(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        Token token = Token.parse(file.isPresent() ? Files.readString(file.get()) : input());
        if (Instant.now().getEpochSecond() > token.expiresAt()) {
            throw Refusal.failed("the token has expired", "Ask for another: appctl agent token " + token.node());
        }
        Path home = Path.of(context.environment("EDOG_ETC").orElse(Places.SETTINGS));
        Optional<String> present = PrivateFiles.read(home.resolve("node.env"));
        boolean same = present.filter(token.files().getOrDefault("node.env", "")::equals)
                .isPresent();
        if (present.isPresent() && !same && !force) {
            throw Refusal.failed(
                    home + " is that of a member already", "If it shall leave its cluster: stop it, then add --force.");
        }
        if (context.settings().dryRun()) {
            context.show(
                    Map.of("cluster", token.cluster(), "node", token.node()),
                    "would be " + token.node() + " of the cluster " + token.cluster() + "\n");
            return ExitCode.OK;
        }
        write(token, home);
        context.show(
                Map.of("cluster", token.cluster(), "node", token.node()),
                "This host is " + token.node() + " of the cluster " + token.cluster() + ". Next: " + Places.NODE_COMMAND
                        + " start\n");
        return ExitCode.OK;
    }

    private static void write(Token token, Path home) {
        try {
            for (Map.Entry<String, String> each : token.files().entrySet()) {
                PrivateFiles.write(home.resolve(each.getKey()), each.getValue());
            }
        } catch (IOException e) {
            throw Refusal.failed("can't write into " + home + ": " + e.getMessage(), "Run this as root.");
        }
    }

    private static String input() throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            return Objects.requireNonNullElse(in.readLine(), "");
        }
    }
}
