package io.edog.appctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Json;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Founds the cluster anew: the same backup and the same epoch on each manager and voter, all of them stopped. */
final class Recovery {
    private static final String PLACE = "/var/lib/edog-recover.state.gz";
    private static final Duration SHORT = Duration.ofSeconds(60);
    /** More leaders than any cluster has between a backup and the day it is needed. */
    private static final long EPOCHS = 10_000;

    private final Session session;
    private final Path file;
    private final boolean otherCluster;

    /** @param otherCluster whether the backup may be of a cluster with another name */
    Recovery(Session session, Path file, boolean otherCluster) {
        this.session = session;
        this.file = file;
        this.otherCluster = otherCluster;
    }

    /** Does it for those who manage or vote in this cluster; it becomes the list of members once all of them are done. */
    List<HostReport> run(Cluster wanted) throws InterruptedException {
        List<Node> nodes = wanted.nodes().stream().filter(Recovery::takesPart).toList();
        if (session.context().settings().dryRun()) {
            return session.fanout().run(Session.targets(nodes), (target, step) -> Outcome.ok("would be recovered"));
        }
        long epoch = (highestEpoch() / EPOCHS + 1) * EPOCHS;
        List<HostReport> sent = session.fanout().run(Session.targets(nodes), this::send);
        if (!sent.stream().allMatch(HostReport::good)) {
            return sent;
        }
        List<HostReport> done =
                session.fanout().run(Session.targets(nodes), (target, step) -> recover(wanted, target, step, epoch));
        if (done.stream().allMatch(HostReport::good)) {
            session.save(wanted);
        }
        return done;
    }

    static boolean takesPart(Node node) {
        return node.isManager() || node.voter().isPresent();
    }

    /** The highest that any manager has heard of; a database that can't be read has nothing to say. */
    private long highestEpoch() throws InterruptedException {
        ConcurrentLinkedQueue<Long> epochs = new ConcurrentLinkedQueue<>(List.of(0L));
        session.fanout().run(Session.targets(session.cluster().managers()), (target, step) -> {
            step.accept("looking at its database");
            Finished shown =
                    session.nodes().run(target, session.context().settings().limit(), List.of("db", "show", "--json"));
            JsonNode epoch = Json.tree(shown.out()).path("epoch");
            epochs.add(epoch.asLong(0));
            return Outcome.ok(epoch.isNumber() ? "epoch " + epoch.asLong() : "nothing there");
        });
        return epochs.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private Outcome send(Target target, Consumer<String> step) throws InterruptedException {
        step.accept("copying the backup");
        Finished sent = session.rsync()
                .send(
                        target.address(),
                        file,
                        PLACE,
                        session.context().settings().limit());
        return sent.ok() ? Outcome.ok("has it") : Trouble.of(target, sent, "rsync");
    }

    private Outcome recover(Cluster wanted, Target target, Consumer<String> step, long epoch)
            throws InterruptedException {
        Finished copied = new SettingsCopy(session).ahead(wanted, target);
        if (!copied.ok()) {
            return Trouble.of(target, copied, "rsync");
        }
        step.accept("recovering");
        List<String> words = new ArrayList<>(List.of("db", "recover", "--yes", "--json", "--epoch=" + epoch, PLACE));
        if (otherCluster) {
            words.add("--other-cluster");
        }
        Finished done = session.nodes().run(target, session.context().settings().limit(), words);
        session.ssh().run(target.address(), List.of("rm", "-f", PLACE), "", SHORT);
        if (!done.ok()) {
            return Trouble.of(target, done, "recover");
        }
        JsonNode told = Json.tree(done.out());
        return Outcome.ok("index " + told.path("index").asLong() + ", state hash "
                + told.path("stateHash").asText());
    }
}
