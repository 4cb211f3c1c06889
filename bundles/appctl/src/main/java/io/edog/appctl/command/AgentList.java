package io.edog.appctl.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.ExitCode;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.ManagerShell;
import io.edog.appctl.work.Table;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;

/** {@code agent list}. */
@Command(
        name = "list",
        description = "The hosts for virtual machines, as the list of members and the managers know them.")
final class AgentList extends HostsCommand {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    AgentList(Context context) {
        super(context);
    }

    @Override
    int run(Session session) throws InterruptedException {
        Optional<Target> manager = new Managers(session).servingBut(Optional.empty());
        Map<String, JsonNode> known = new TreeMap<>();
        if (manager.isPresent()) {
            new ManagerShell(session.nodes(), LIMIT)
                    .ask(manager.get(), "edog:host-list --json")
                    .path("items")
                    .forEach(host -> known.put(host.path("name").asText(), host));
        }
        List<Agent> agents = session.cluster().agents().stream()
                .map(node -> agent(node, Optional.ofNullable(known.remove(node.name()))))
                .toList();
        List<String> strangers = List.copyOf(known.keySet());
        session.context()
                .show(new Answer(manager.isPresent(), agents, strangers), text(manager.isPresent(), agents, strangers));
        return manager.isPresent() ? ExitCode.OK : ExitCode.UNREACHABLE;
    }

    private static Agent agent(Node node, Optional<JsonNode> host) {
        return new Agent(
                node.name(),
                node.address(),
                node.rolesText(),
                host.map(known -> known.path("state").asText()).orElse("not known"));
    }

    private static String text(boolean asked, List<Agent> agents, List<String> strangers) {
        Table table = new Table("agent", "address", "roles", "state");
        agents.forEach(agent -> table.row(agent.name(), agent.address(), agent.roles(), asked ? agent.state() : "-"));
        StringBuilder text = new StringBuilder(table.text());
        if (!asked) {
            text.append("No manager answers: their states are not known.\n");
        }
        if (!strangers.isEmpty()) {
            text.append("The managers also know " + String.join(", ", strangers)
                    + ", not in the list of members. If they are gone: edog:host-delete in a manager's shell.\n");
        }
        return text.toString();
    }

    /** For programs; without an answer of the managers the states are not known. */
    record Answer(boolean managersAnswer, List<Agent> agents, List<String> others) {}

    /** One of them. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Agent(String name, String address, String roles, String state) {}
}
