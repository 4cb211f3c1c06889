package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Role;
import io.edog.appctl.node.Ensemble;
import io.edog.appctl.node.ManagerShell;
import io.edog.appctl.node.NodeStatus;
import io.edog.appctl.node.Places;
import io.edog.appctl.node.Waiting;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a node out of a running cluster, or its vote: leadership first, then the vote, then the node. The list of members is
 * written last, so that the same command finishes what was interrupted.
 */
final class Going {
    private static final Duration SHORT = Duration.ofSeconds(60);

    private final Session session;

    Going(Session session) {
        this.session = session;
    }

    /** A node stays, but votes no more. */
    Outcome vote(Target target, Consumer<String> step) throws InterruptedException {
        Node node = session.cluster().find(target.name()).orElseThrow();
        Outcome silent = silence(node, step);
        if (!silent.good()) {
            return silent;
        }
        Outcome changed = become(target, withoutVote(node), "votes no more", step);
        return changed.good() ? listed(session.cluster().withNode(node.name(), Going::withoutVote), changed) : changed;
    }

    /** A node loses a role, and stays for the others. */
    Outcome lessOf(Cluster wanted, Target target, Consumer<String> step) throws InterruptedException {
        Node before = session.cluster().find(target.name()).orElseThrow();
        Node after = wanted.find(target.name()).orElseThrow();
        boolean manages = before.isManager() && !after.isManager();
        Node silent = after.voter().isPresent() ? before.withVoter(Optional.empty()) : before;
        Outcome free = manages ? quiet(silent, step) : Outcome.ok("");
        if (!free.good()) {
            return free;
        }
        Node less = before.withRoles(after.roles()).withVoter(after.voter());
        Outcome restarted = become(target, less, "is " + less.rolesText(), step);
        Outcome forgotten = restarted.good() && manages ? forget(before, step) : restarted;
        boolean agent = before.isAgent() && !after.isAgent();
        Outcome host = forgotten.good() && agent ? forgetHost(before, step) : forgotten;
        return host.good() ? listed(session.cluster().withNode(target.name(), node -> less), restarted) : host;
    }

    private Outcome become(Target target, Node less, String well, Consumer<String> step) throws InterruptedException {
        Cluster wanted = session.cluster().withNode(target.name(), node -> less);
        Finished copied = new SettingsCopy(session).ahead(wanted, target);
        if (!copied.ok()) {
            return Trouble.of(target, copied, "rsync");
        }
        step.accept("restarting as " + less.rolesText());
        return session.nodes().orderAndWait(target, well, "restart");
    }

    private Outcome listed(Cluster wanted, Outcome done) {
        session.save(wanted);
        return done;
    }

    /** A node is no member any more: its processes end, and its keys are taken from it. */
    Outcome run(Target target, Consumer<String> step) throws InterruptedException {
        Node node = session.cluster().find(target.name()).orElseThrow();
        Outcome free = quiet(node, step);
        if (!free.good()) {
            return free;
        }
        step.accept("stopping");
        Outcome stopped = new HalfGone(session).is(target)
                ? Outcome.ok("")
                : session.nodes().order(target, "", "stop");
        if (!stopped.good()) {
            return stopped;
        }
        Outcome forgotten = forget(node, step);
        Outcome host = forgotten.good() && node.isAgent() ? forgetHost(node, step) : forgotten;
        if (!host.good()) {
            return host;
        }
        Finished removed = session.ssh()
                .run(
                        target.address(),
                        List.of("rm", "-rf", Places.SETTINGS + "/tls", Places.SETTINGS + "/node.env"),
                        "",
                        SHORT);
        return removed.ok()
                ? listed(session.cluster().without(node.name()), Outcome.ok("is no member any more"))
                : Trouble.of(target, removed, "taking its keys");
    }

    /** All that the others have to know of a node that is gone already. */
    Outcome dead(Node node, Consumer<String> step) throws InterruptedException {
        Outcome silent = node.voter().isPresent() ? silence(node, step) : Outcome.ok("");
        return silent.good() ? forget(node, step) : silent;
    }

    /** Neither leads nor votes. */
    private Outcome quiet(Node node, Consumer<String> step) throws InterruptedException {
        if (node.isManager()) {
            step.accept("handing the leadership over");
            handOver(node);
        }
        return node.voter().isPresent() ? silence(node, step) : Outcome.ok("");
    }

    /** Once it is stopped: a manager that lives tells of itself again. */
    private Outcome forget(Node node, Consumer<String> step) throws InterruptedException {
        if (!node.isManager()) {
            return Outcome.ok("");
        }
        step.accept("leaving the managers");
        return asked(node, shell -> shell.shell().order(shell.manager(), "edog:manager-delete --force " + node.name()));
    }

    /** Once its agent is stopped: one that lives tells of its host again. */
    Outcome forgetHost(Node node, Consumer<String> step) throws InterruptedException {
        step.accept("leaving the hosts");
        return new KnownHosts(session).forget(node);
    }

    private Outcome silence(Node node, Consumer<String> step) throws InterruptedException {
        step.accept("leaving the voters");
        return asked(
                node,
                shell -> new Ensemble(shell.shell(), shell.manager())
                        .delete(node.voter().orElseThrow()));
    }

    private void handOver(Node node) throws InterruptedException {
        Target target = Target.of(node);
        boolean leads = session.nodes()
                .status(target)
                .status()
                .filter(NodeStatus::leads)
                .isPresent();
        if (leads && shell().handOver(target).good()) {
            new Waiting(session.nodes(), session.pause(), SHORT)
                    .until(node, status -> status.leads() ? Optional.of("it leads") : Optional.empty());
        }
    }

    /** Another manager, and its shell. */
    private record Asked(ManagerShell shell, Target manager) {}

    private interface Question {
        Outcome ask(Asked asked) throws InterruptedException;
    }

    private Outcome asked(Node node, Question question) throws InterruptedException {
        Optional<Target> manager = new Managers(session).servingBut(Optional.of(node.name()));
        return manager.isPresent()
                ? question.ask(new Asked(shell(), manager.get()))
                : Outcome.unreachable("no other manager serves", "See: appctl cluster ping");
    }

    private ManagerShell shell() {
        return new ManagerShell(session.nodes(), session.context().settings().limit());
    }

    private static Node withoutVote(Node node) {
        List<Role> roles = new ArrayList<>(node.roles());
        roles.remove(Role.WITNESS);
        return node.withVoter(Optional.empty()).withRoles(roles);
    }
}
