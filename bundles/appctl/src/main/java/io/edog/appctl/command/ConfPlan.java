package io.edog.appctl.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.ClusterDirectory;
import io.edog.appctl.inventory.FileChange;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.plan.Notes;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Table;
import java.util.List;
import java.util.Optional;

/** What {@code cluster conf} is about to write, for people and for programs. */
final class ConfPlan {
    private final ClusterDirectory directory;
    private final Cluster cluster;
    private final Reach reach;
    private final List<FileChange> changes;

    ConfPlan(ClusterDirectory directory, Cluster cluster, Reach reach) {
        this.directory = directory;
        this.cluster = cluster;
        this.reach = reach;
        this.changes = directory.changes(cluster);
    }

    List<FileChange> changes() {
        return changes;
    }

    String text() {
        StringBuilder text = new StringBuilder("Cluster " + cluster.name() + ", in " + directory.path() + "\n\n");
        Table table = new Table("node", "address", "roles", "voter", "ssh");
        cluster.nodes()
                .forEach(node -> table.row(node.name(), node.address(), node.rolesText(), number(node), answer(node)));
        text.append(table.text()).append('\n');
        Notes.of(cluster).forEach(note -> text.append(note).append('\n'));
        cures().forEach(cure -> text.append(cure).append('\n'));
        text.append('\n');
        words().forEach(change -> text.append("  ").append(change).append('\n'));
        return text.toString();
    }

    String end(boolean written) {
        if (changes.isEmpty()) {
            return "Nothing to do: all of it is there.\n";
        }
        return written ? "Written. Next: appctl cluster deploy\n" : "Nothing was written: a dry run.\n";
    }

    Answer json(boolean written) {
        List<Host> hosts = cluster.nodes().stream()
                .map(node -> new Host(
                        node.name(),
                        node.address(),
                        node.roles().stream().map(role -> role.word()).toList(),
                        node.voter(),
                        report(node).map(HostReport::good)))
                .toList();
        return new Answer(
                cluster.name(),
                directory.path().toString(),
                hosts,
                Notes.of(cluster),
                words(),
                written && !changes.isEmpty());
    }

    private List<String> words() {
        return changes.stream().map(FileChange::what).distinct().toList();
    }

    private List<String> cures() {
        return cluster.nodes().stream()
                .flatMap(node -> report(node).filter(report -> !report.good()).stream()
                        .map(report -> node.name() + " " + report.detail() + ". " + report.cure()))
                .toList();
    }

    private String answer(Node node) {
        return report(node)
                .map(report -> report.good() ? "answers" : report.detail())
                .orElse("not tried");
    }

    private Optional<HostReport> report(Node node) {
        return Optional.ofNullable(reach.reports().get(node.address()));
    }

    private static String number(Node node) {
        return node.voter().map(String::valueOf).orElse("-");
    }

    /** For programs. */
    record Answer(
            String cluster,
            String directory,
            List<Host> nodes,
            List<String> notes,
            List<String> changes,
            boolean written) {}

    /** @param reached whether ssh reaches it; absent if it was not tried */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Host(String name, String address, List<String> roles, Optional<Integer> voter, Optional<Boolean> reached) {}
}
