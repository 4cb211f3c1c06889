package io.edog.appctl.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.ManagerShell;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The hosts for virtual machines, as the managers know them. */
final class KnownHosts {
    private static final Duration QUESTION = Duration.ofSeconds(30);
    /** An agent that was killed counts as up until it was silent for some seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final Session session;
    private final ManagerShell shell;

    KnownHosts(Session session) {
        this.session = session;
        this.shell = new ManagerShell(session.nodes(), QUESTION);
    }

    /** Nothing may run on these any more, by what the managers know. */
    void refuseWithVms(List<Node> nodes) throws InterruptedException {
        JsonNode vms = shell.ask(new Managers(session).serving(), "edog:vm-list --json")
                .path("items");
        if (!vms.isArray()) {
            throw new Refusal(ExitCode.UNREACHABLE, "the managers do not say which VMs there are", "See: cluster ping");
        }
        for (Node node : nodes) {
            List<String> names = StreamSupport.stream(vms.spliterator(), false)
                    .filter(vm -> vm.path("host").asText().equals(node.name()))
                    .map(vm -> vm.path("name").asText())
                    .toList();
            if (!names.isEmpty()) {
                throw Refusal.failed(
                        "by what the managers know, these VMs may still run on " + node.name() + ": "
                                + String.join(", ", names),
                        "Stop them first. While their host does not answer they can't be: bring it up.");
            }
        }
    }

    /** The managers forget a host whose agent was stopped; fine if they do not know it. */
    Outcome forget(Node node) throws InterruptedException {
        Optional<Target> manager = new Managers(session).servingBut(Optional.empty());
        if (manager.isEmpty()) {
            return Outcome.unreachable("no manager serves", "See: appctl cluster ping");
        }
        long end = System.nanoTime() + SILENCE.toNanos();
        Optional<String> state = state(manager.get(), node);
        while (state.equals(Optional.of("up"))
                && System.nanoTime() < end
                && session.pause().take(LOOK)) {
            state = state(manager.get(), node);
        }
        return state.isPresent()
                ? shell.order(manager.get(), "edog:host-delete " + node.name())
                : Outcome.ok("the managers do not know it");
    }

    private Optional<String> state(Target manager, Node node) throws InterruptedException {
        JsonNode hosts = shell.ask(manager, "edog:host-list --json").path("items");
        if (!hosts.isArray()) {
            return Optional.of("not known");
        }
        return StreamSupport.stream(hosts.spliterator(), false)
                .filter(host -> host.path("name").asText().equals(node.name()))
                .map(host -> host.path("state").asText())
                .findFirst();
    }
}
