package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--without",
            arity = "1..*",
            paramLabel = "HOST",
            description =
                    "Managers and voters that are gone for good: taken off the list. Should they come back, their data are to be wiped.")
    private List<String> without = new ArrayList<>();

    @Option(names = "--other-cluster", description = "Also a backup of a cluster with another name.")
    private boolean otherCluster;

    DbRecover(Context context) {
        super(context);
    }

    @Override
    int change(Session session) throws InterruptedException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw Refusal.usage("there is no file " + file, "See the backups/ of the cluster's directory.");
        }
        List<Node> nodes =
                session.cluster().nodes().stream().filter(Recovery::takesPart).toList();
        List<Node> gone = without.isEmpty() ? List.of() : session.select(nodes, without);
        Remaining remaining = new Remaining(session, gone);
        Cluster wanted = remaining.cluster();
        remaining.refuseLiving();
        Recovery recovery = new Recovery(session, file, otherCluster);
        new Stopped(session)
                .refuseOthers(
                        session.cluster().nodes().stream()
                                .filter(node -> !gone.contains(node))
                                .filter(node -> nodes.contains(node)
                                        || wanted.find(node.name())
                                                .flatMap(Node::voter)
                                                .isPresent())
                                .toList(),
                        " One that is gone for good: --without");
        boolean dryRun = session.context().settings().dryRun();
        if (!dryRun
                && !session.context()
                        .consented("All that was written since the backup will be gone. " + remaining.warning()
                                + "Recover from " + file.getFileName() + "?")) {
            throw Refusal.failed("nothing was recovered", "Give the command again to do it.");
        }
        List<HostReport> reports = recovery.run(wanted);
        int code = session.context().show(Summary.of("db recover", reports));
        if (code == 0 && !dryRun) {
            remaining.tell();
            session.context().say("Next: appctl cluster start");
        }
        return code;
    }
}
