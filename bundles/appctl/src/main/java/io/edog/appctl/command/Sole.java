package io.edog.appctl.command;

import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import io.edog.appctl.node.ManagerShell;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Summary;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Most voters are lost for good: one of those that are left goes on alone with the data it has. What only the lost ones had
 * acknowledged is gone, and the administrator has to say that this is understood.
 */
final class Sole {
    private static final Duration SHORT = Duration.ofSeconds(60);
    /** Its data stay; only who else votes is forgotten, and at its next start it begins with what node.env says: the new one. */
    private static final String FORGET =
            "cd /var/lib/edog/zookeeper && [ -d data/version-2 ] && rm -f begun zoo.cfg zoo.cfg.new zoo.cfg.dynamic*";

    private final Session session;
    private final List<Node> dead;

    Sole(Session session, List<Node> dead) {
        this.session = session;
        this.dead = dead;
    }

    /** Whether no manager serves any more. */
    boolean isNeeded() throws InterruptedException {
        return new Managers(session).servingBut(Optional.empty()).isEmpty();
    }

    int run(Optional<String> survivor, boolean understood) throws InterruptedException {
        new Majority(session, dead).refuseWhereItMayLive();
        Node keeper = keeper(survivor);
        if (!understood) {
            throw Refusal.failed(
                    "no manager serves: most voters are lost. " + keeper.name()
                            + " would go on alone, with the data it has; writes that only the lost ones had are GONE",
                    "If they come back, start them instead. If not, and this is understood, add --yes-newest-writes-may-be-missing.");
        }
        List<HostReport> reports =
                session.fanout().inTurn(List.of(Target.of(keeper)), (target, step) -> goOn(target, step, keeper));
        Summary summary = Summary.of("manager delete", reports);
        if (summary.ok()) {
            session.context()
                    .say(keeper.name()
                            + " goes on alone. Back to several: appctl manager add. Wipe /etc/edog and /var/lib/edog"
                            + " of the dead ones, should they ever come back.");
        }
        return session.context().show(summary);
    }

    private Node keeper(Optional<String> survivor) {
        List<Node> left = session.cluster().managers().stream()
                .filter(node -> !dead.contains(node) && node.voter().isPresent())
                .filter(node -> survivor.map(word -> word.equals(node.name()) || word.equals(node.address()))
                        .orElse(true))
                .toList();
        if (left.isEmpty()) {
            throw Refusal.failed(
                    "there is no other manager with a vote"
                            + survivor.map(word -> " called " + word).orElse(""),
                    "Found the cluster anew from a backup: appctl db recover.");
        }
        if (left.size() > 1) {
            throw Refusal.usage(
                    "several are left: "
                            + String.join(", ", left.stream().map(Node::name).toList()),
                    "Say whose data is kept, the one that was up last: --survivor "
                            + left.get(0).name());
        }
        return left.get(0);
    }

    private Cluster withoutDead(Cluster cluster) {
        Cluster left = cluster;
        for (Node node : dead) {
            left = left.without(node.name());
        }
        return left;
    }

    /** The dead ones stay in the list until the others have forgotten them, so that the same command finishes this. */
    private Cluster silenced(Node keeper) {
        Cluster cluster = session.cluster();
        for (Node node : cluster.voters()) {
            if (!node.name().equals(keeper.name())) {
                cluster = cluster.withNode(node.name(), Sole::withoutVote);
            }
        }
        return cluster.withNode(keeper.name(), node -> node.withSeated(true));
    }

    private static Node withoutVote(Node node) {
        List<Role> roles = new ArrayList<>(node.roles());
        roles.remove(Role.WITNESS);
        return node.withVoter(Optional.empty()).withRoles(roles);
    }

    private Outcome goOn(Target target, Consumer<String> step, Node keeper) throws InterruptedException {
        if (session.context().settings().dryRun()) {
            return Outcome.ok("would go on alone");
        }
        step.accept("stopping");
        Outcome stopped = session.nodes().order(target, "", "stop");
        if (!stopped.good()) {
            return stopped;
        }
        Cluster silenced = silenced(keeper);
        Finished copied = new SettingsCopy(session).ahead(silenced, target);
        if (!copied.ok()) {
            return Trouble.of(target, copied, "rsync");
        }
        Finished forgot = session.ssh().run(target.address(), List.of("sh", "-c", FORGET), "", SHORT);
        if (!forgot.ok()) {
            return Trouble.of(target, forgot, "the voter's data");
        }
        session.save(silenced);
        step.accept("starting alone");
        Outcome started = session.nodes().orderAndWait(target, "goes on alone", "start");
        Outcome forgotten = started.good() ? forget(target, step) : started;
        if (forgotten.good()) {
            session.save(withoutDead(silenced));
        }
        return forgotten;
    }

    private Outcome forget(Target target, Consumer<String> step) throws InterruptedException {
        step.accept("forgetting the dead managers");
        ManagerShell shell = new ManagerShell(session.nodes(), SHORT);
        for (Node node : dead) {
            Outcome done = shell.order(target, "edog:manager-delete --force " + node.name());
            if (!done.good()) {
                return done;
            }
        }
        return Outcome.ok("goes on alone");
    }
}
