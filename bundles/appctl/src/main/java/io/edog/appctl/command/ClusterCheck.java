package io.edog.appctl.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Json;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Summary;
import io.edog.appctl.work.Table;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cluster check}. */
@Command(
        name = "check",
        description = {
            "Looks whether the hosts can do what they are to do: Java, kernel, KVM, libvirt, clock, disk, memory, ports, names, keys; each with the cure.",
            "After 'cluster deploy', before or after the start."
        })
final class ClusterCheck extends HostsCommand {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Parameters(paramLabel = "HOST", description = "Names or addresses (default: all).")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = {"-a", "--all"},
            description = "Show also what is well.")
    private boolean all;

    ClusterCheck(Context context) {
        super(context);
    }

    @Override
    int run(Session session) throws InterruptedException {
        Map<String, List<Finding>> found = new ConcurrentHashMap<>();
        List<HostReport> reports = session.fanout().run(Session.targets(session.select(hosts)), (target, step) -> {
            step.accept("looking");
            return look(session, target, found);
        });
        Summary summary = Summary.of("cluster check", reports);
        session.context().show(json(summary, found), text(summary, found));
        return summary.exitCode();
    }

    private static Outcome look(Session session, Target target, Map<String, List<Finding>> found)
            throws InterruptedException {
        Finished finished = session.nodes().run(target, LIMIT, List.of("check", "--json"));
        JsonNode answer = Json.tree(finished.out());
        if (!answer.path("checks").isArray()) {
            return Trouble.of(target, finished, "edog-node check");
        }
        List<Finding> findings = new ArrayList<>();
        answer.path("checks")
                .forEach(check -> findings.add(new Finding(
                        check.path("name").asText(),
                        check.path("level").asText(),
                        check.path("detail").asText(),
                        check.path("cure").asText(""))));
        found.put(target.name(), List.copyOf(findings));
        long errors = findings.stream()
                .filter(finding -> finding.level().equals("error"))
                .count();
        long warnings = findings.stream()
                .filter(finding -> finding.level().equals("warning"))
                .count();
        String words = errors + " errors, " + warnings + " warnings";
        return errors == 0 ? Outcome.ok(words) : Outcome.failed(words, "");
    }

    private String text(Summary summary, Map<String, List<Finding>> found) {
        Table table = new Table("host", "what", "", "");
        summary.hosts()
                .forEach(host -> found.getOrDefault(host.host(), List.of()).stream()
                        .filter(finding -> all || !finding.level().equals("ok"))
                        .forEach(finding -> table.row(host.host(), finding.name(), finding.level(), finding.text())));
        return table.text() + "\n" + summary.text();
    }

    private static Answer json(Summary summary, Map<String, List<Finding>> found) {
        return new Answer(
                summary.ok(),
                summary.hosts().stream()
                        .map(host -> new Host(
                                host.host(), host.result(), host.detail(), found.getOrDefault(host.host(), List.of())))
                        .toList());
    }

    /** For programs. */
    record Answer(boolean ok, List<Host> hosts) {}

    /** One host. */
    record Host(String host, Outcome.Kind result, String detail, List<Finding> checks) {}

    /** One finding: {@code level} is {@code ok}, {@code warning} or {@code error}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Finding(String name, String level, String detail, String cure) {
        String text() {
            return detail + (cure.isEmpty() ? "" : "; cure: " + cure);
        }
    }
}
