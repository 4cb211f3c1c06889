package io.edog.shell.internal.command;

import io.edog.api.service.ClusterStatus;
import io.edog.api.service.ManagerStatus;
import io.edog.api.view.ClusterStatusView;
import io.edog.api.view.Words;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.Details;
import io.edog.shell.internal.text.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:status}. */
@Service
@Command(scope = "edog", name = "status", description = "Shows where this node stands in its cluster")
@Parsing(OptionsFirst.class)
public class Status extends EdogCommand {

    @Override
    protected void run(Call call) {
        ClusterStatus status = call.status();
        Map<String, String> features = call.edge().features().installed();
        call.output().show(ClusterStatusView.of(status, features), text(status, features));
    }

    private static String text(ClusterStatus status, Map<String, String> features) {
        return new Details()
                .line("node", status.node())
                .line("leader", status.leader().orElse("none"))
                .line("role", status.leading() ? "leader" : "follower")
                .line("serving", status.serving() ? "yes" : "no")
                .line("armed", status.armed() ? "yes" : "no")
                .optional("reason", Optional.of(status.reason()))
                .line("epoch", status.epoch())
                .line("index", status.index())
                .line("state hash", status.stateHash().hex())
                .line("features", words(features))
                .toString()
                .concat("\n" + managers(status.members()));
    }

    private static String managers(List<ManagerStatus> managers) {
        Table table = new Table()
                .column("manager", 16)
                .column("role", 14)
                .column("version", 12)
                .number("index", 10)
                .number("behind", 8)
                .sentence("reason", 26);
        managers.forEach(manager -> table.row(
                manager.node(),
                Words.of(manager.role()).replace('_', ' '),
                manager.version(),
                manager.index(),
                manager.lag(),
                manager.reason()));
        return table.toString().stripTrailing();
    }

    private static String words(Map<String, String> features) {
        return features.entrySet().stream()
                .map(feature -> feature.getKey() + " " + feature.getValue())
                .collect(Collectors.joining(", "));
    }
}
