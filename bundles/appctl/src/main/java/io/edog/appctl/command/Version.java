package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.VersionFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code version}. */
@Command(name = "version", description = "Prints the version of this appctl. Those of the nodes: cluster ping.")
public final class Version implements Callable<Integer> {
    private final Context context;

    Version(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String version = VersionFile.read();
        context.show(new Answer(version), "edog " + version + "\n");
        return ExitCode.OK;
    }

    /** For programs. */
    record Answer(String version) {}
}
