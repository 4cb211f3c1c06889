package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code db recover}. */
@Command(
        name = "recover",
        description = {
            "Founds the cluster anew from a backup: replaces what it knows, and merges nothing.",
            "All managers and the witness must be stopped. Guests run on, and are found again after the start."
        })
final class DbRecover extends ChangingCommand {
    @Parameters(paramLabel = "FILE", description = "The backup, here.")
    private Path file = Path.of("");

    DbRecover(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.usage("there is no file " + file, "See the backups/ of the cluster's directory.");
        }
        List<Node> nodes = session.cluster().nodes().stream()
                .filter(node -> node.isManager() || node.voter().isPresent())
                .toList();
        Recovery recovery = new Recovery(session, file);
        recovery.refuseUnlessStopped(nodes);
        boolean dryRun = session.context().settings().dryRun();
        if (!dryRun
                && !session.context()
                        .consented("All that was written since the backup will be gone. Recover from "
                                + file.getFileName() + "?")) {
            throw Refusal.failed("nothing was recovered", "Give the command again to do it.");
        }
        List<HostReport> reports = recovery.run(nodes);
        int code = session.context().show(Summary.of("db recover", reports));
        session.context().say(code == 0 && !dryRun ? "Next: appctl cluster start" : "");
        return code;
    }
}
