package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which distribution is copied. */
final class DistributionOption {
    @Option(
            names = "--distribution",
            paramLabel = "DIR",
            description = "The unpacked distribution (default: the one that this appctl is of).")
    private Optional<Path> directory = Optional.empty();

    Distribution find(Context context) {
        return directory
                .or(() -> context.environment("EDOG_DISTRIBUTION").map(Path::of))
                .map(Distribution::in)
                .orElseThrow(() ->
                        Refusal.usage("this appctl is part of no distribution", "Name one with --distribution DIR."));
    }
}
