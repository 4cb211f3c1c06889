package io.edog.shell.internal.command;

import io.edog.api.service.ClusterStatus;
import io.edog.api.view.ClusterStatusView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.Details;
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
        ClusterStatus status = call.cluster().status();
        Map<String, String> features = call.edge().features().installed();
        call.output().show(ClusterStatusView.of(status, features), text(status, features));
    }

    private static String text(ClusterStatus status, Map<String, String> features) {
        return new Details()
                .line("node", status.node())
                .line("leader", status.leader().orElse("none"))
                .line("serving", status.serving() ? "yes" : "no")
                .line("armed", status.armed() ? "yes" : "no")
                .optional("reason", Optional.of(status.reason()))
                .line("epoch", status.epoch())
                .line("index", status.index())
                .line("state hash", status.stateHash().hex())
                .line("members", String.join(", ", status.members()))
                .line("features", words(features))
                .toString();
    }

    private static String words(Map<String, String> features) {
        return features.entrySet().stream()
                .map(feature -> feature.getKey() + " " + feature.getValue())
                .collect(Collectors.joining(", "));
    }
}
