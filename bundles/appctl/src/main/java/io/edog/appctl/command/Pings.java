package io.edog.appctl.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.node.NodeStatus;
import io.edog.appctl.node.Pulse;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code cluster ping} answers. */
final class Pings {
    private final Cluster cluster;
    private final Map<String, Pulse> pulses;
    private final List<HostReport> reports;
    private final OptionalLong newest;

    Pings(Cluster cluster, List<Pulse> pulses, List<HostReport> reports) {
        this.cluster = cluster;
        this.pulses = pulses.stream().collect(Collectors.toMap(Pulse::node, Function.identity()));
        this.reports = reports;
        this.newest = pulses.stream()
                .map(Pulse::index)
                .flatMapToLong(OptionalLong::stream)
                .max();
    }

    /** Whether managers were asked and none of them leads. */
    boolean leaderMissing() {
        boolean all = reports.size() == cluster.nodes().size();
        return all && pulses.values().stream().noneMatch(pulse -> pulse.role().equals("leader"));
    }

    String text() {
        Table table = new Table("node", "address", "role", "version", "index", "behind", "voter", "guests", "");
        reports.forEach(report -> row(table, line(report)));
        StringBuilder text = new StringBuilder(table.text());
        if (leaderMissing()) {
            text.append("No manager leads: nothing can be changed now.\n");
        }
        reports.stream()
                .filter(report -> !report.cure().isEmpty())
                .forEach(report -> text.append(report.host() + ": " + report.cure() + "\n"));
        return text.toString();
    }

    Answer json() {
        return new Answer(
                cluster.name(), leader(), reports.stream().map(this::line).toList());
    }

    private Optional<String> leader() {
        return pulses.values().stream()
                .filter(pulse -> pulse.role().equals("leader"))
                .map(Pulse::node)
                .findFirst();
    }

    private Line line(HostReport report) {
        Optional<Pulse> pulse = Optional.ofNullable(pulses.get(report.host()));
        Optional<NodeStatus> status = pulse.map(Pulse::status);
        OptionalLong index = pulse.map(Pulse::index).orElse(OptionalLong.empty());
        return new Line(
                report.host(),
                report.address(),
                pulse.map(Pulse::role).orElse(report.result().word()),
                cluster.find(report.host()).map(Node::rolesText).orElse(""),
                report.good(),
                status.map(NodeStatus::version).orElse(""),
                index,
                index.isPresent() ? OptionalLong.of(newest.orElse(0) - index.getAsLong()) : OptionalLong.empty(),
                status.flatMap(NodeStatus::voter),
                status.map(NodeStatus::guests),
                report.detail());
    }

    private static void row(Table table, Line line) {
        table.row(
                line.node(),
                line.address(),
                line.role(),
                text(line.version()),
                number(line.index()),
                number(line.behind()),
                line.voter().orElse("-"),
                line.guests().map(String::valueOf).orElse("-"),
                line.detail());
    }

    private static String text(String word) {
        return word.isEmpty() ? "-" : word;
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "-";
    }

    /** For programs. */
    record Answer(String cluster, Optional<String> leader, List<Line> nodes) {}

    /** One node: how many changes it is {@code behind} the newest that any manager here has applied. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(
            String node,
            String address,
            String role,
            String roles,
            boolean well,
            String version,
            OptionalLong index,
            OptionalLong behind,
            Optional<String> voter,
            Optional<Integer> guests,
            String detail) {}
}
