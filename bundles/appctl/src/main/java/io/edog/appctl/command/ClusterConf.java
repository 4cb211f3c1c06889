package io.edog.appctl.command;

import io.edog.appctl.ExitCode;
import io.edog.appctl.Refusal;
import io.edog.appctl.cli.Context;
import io.edog.appctl.cli.Session;
import io.edog.appctl.inventory.Cluster;
import io.edog.appctl.inventory.ClusterDirectory;
import io.edog.appctl.inventory.ClusterXml;
import io.edog.appctl.inventory.FileChange;
import io.edog.appctl.inventory.Node;
import io.edog.appctl.inventory.Ports;
import io.edog.appctl.inventory.SshAccess;
import io.edog.appctl.plan.Addresses;
import io.edog.appctl.plan.Aliases;
import io.edog.appctl.plan.ListenAddress;
import io.edog.appctl.plan.Planner;
import io.edog.appctl.plan.Request;
import io.edog.appctl.plan.Wanted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cluster conf}. */
@Command(
        name = "conf",
        description = {
            "Says which hosts the cluster is made of, and makes its keys.",
            "Shows the plan, then writes it here; nothing happens on the hosts before 'cluster deploy'. Without addresses the managers stay as they are,"
                    + " and what an interrupted conf left undone is done."
        })
final class ClusterConf implements Callable<Integer> {
    private static final Pattern FLOATING = Pattern.compile("none|[0-9A-Fa-f.:]+/[0-9]{1,3}@[0-9A-Za-z._-]{1,15}");

    private final Context context;

    @Parameters(paramLabel = "[NAME=]ADDRESS", description = "The managers.")
    private List<String> managers = new ArrayList<>();

    @Option(
            names = "--agents",
            arity = "1..*",
            paramLabel = "[NAME=]ADDRESS",
            description = "The hosts for virtual machines. At the first time, without it: the managers.")
    private List<String> agents = new ArrayList<>();

    @Option(names = "--no-agents", description = "No hosts for virtual machines yet.")
    private boolean noAgents;

    @Option(names = "--name", paramLabel = "NAME", description = "What the cluster is called (default: edog).")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--http",
            paramLabel = "ADDRESS",
            description = "Where page and API listen on each node (default: 0.0.0.0, everywhere).")
    private Optional<String> http = Optional.empty();

    @Option(
            names = "--import",
            paramLabel = "FILE",
            description = "Take the agents from a cluster.xml of the first edog.")
    private Optional<Path> importFile = Optional.empty();

    @Option(
            names = "--floating",
            paramLabel = "ADDRESS/PREFIX@DEVICE",
            description = "An address that follows the leader, such as 10.0.0.9/24@br0; 'none' takes it away.")
    private Optional<String> floating = Optional.empty();

    @Option(names = "--offline", description = "Do not try whether the hosts can be reached.")
    private boolean offline;

    ClusterConf(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        refuseNoName(name.orElseGet(context::usualName));
        ClusterDirectory directory = context.directory(name);
        if (context.settings().dryRun()) {
            return conf(directory);
        }
        try (AutoCloseable lock = directory.lock()) {
            return conf(directory);
        }
    }

    private static void refuseNoName(String given) {
        if (!Addresses.isName(given)) {
            throw Refusal.usage(
                    "'" + given + "' can't be the name of a cluster", "Use small letters, digits and hyphens.");
        }
    }

    private int conf(ClusterDirectory directory) throws InterruptedException {
        Optional<Cluster> present = directory.read();
        present.ifPresent(this::refuseOtherName);
        Aliases aliases = new Aliases(present);
        List<Wanted> masters = aliases.settle(Addresses.parse(managers));
        Optional<List<Wanted>> slaves = agents().map(aliases::settle).map(hosts -> Aliases.like(masters, hosts));
        SshAccess access = context.settings().ssh().or(present.map(Cluster::ssh).orElse(SshAccess.usual()));
        Reach reach = reach(directory, access, addresses(present, masters, slaves));
        Cluster wanted = Planner.plan(
                present,
                new Request(
                        name.orElseGet(context::usualName),
                        masters,
                        slaves,
                        context.settings().ssh(),
                        http,
                        floating(),
                        reach.names()));
        http.ifPresent(given -> ListenAddress.check(given, wanted.managers().size()));
        return write(directory, present, new ConfPlan(directory, wanted, reach));
    }

    private int write(ClusterDirectory directory, Optional<Cluster> present, ConfPlan plan) {
        List<FileChange> changes = plan.changes();
        boolean asks = !context.settings().dryRun() && present.isPresent() && !changes.isEmpty();
        if (asks && !context.settings().json()) {
            context.say(plan.text());
            if (!context.confirmed("Write this?")) {
                throw Refusal.failed("nothing was written", "Give the command again to do it.");
            }
        }
        if (!context.settings().dryRun()) {
            directory.apply(changes);
        }
        context.show(
                plan.json(!context.settings().dryRun()),
                plan.text() + plan.end(!context.settings().dryRun()));
        return ExitCode.OK;
    }

    private Optional<List<Wanted>> agents() {
        if (noAgents) {
            return Optional.of(List.of());
        }
        List<String> words = new ArrayList<>(agents);
        importFile.map(ClusterXml::read).ifPresent(words::addAll);
        return words.isEmpty() ? Optional.empty() : Optional.of(Addresses.parse(words));
    }

    private Optional<String> floating() {
        return floating.map(given -> {
            if (!FLOATING.matcher(given).matches()) {
                throw Refusal.usage("'" + given + "' is no ADDRESS/PREFIX@DEVICE", "Such as 10.0.0.9/24@br0.");
            }
            return given;
        });
    }

    private void refuseOtherName(Cluster cluster) {
        name.filter(given -> !given.equals(cluster.name())).ifPresent(given -> {
            throw Refusal.failed(
                    "this is the directory of the cluster " + cluster.name() + ", and names stay",
                    "Set EDOG_CLUSTER_DIR to another directory for " + given + ".");
        });
    }

    private static List<String> addresses(
            Optional<Cluster> present, List<Wanted> masters, Optional<List<Wanted>> slaves) {
        Stream<String> kept =
                present.stream().flatMap(cluster -> cluster.nodes().stream()).map(Node::address);
        Stream<String> named = Stream.concat(masters.stream(), slaves.stream().flatMap(List::stream))
                .map(Wanted::address);
        return (masters.isEmpty() || slaves.isEmpty() ? Stream.concat(named, kept) : named)
                .distinct()
                .toList();
    }

    private Reach reach(ClusterDirectory directory, SshAccess access, List<String> addresses)
            throws InterruptedException {
        if (offline) {
            return new Reach(Map.of(), Map.of());
        }
        Cluster nobody = new Cluster(Cluster.FORMAT, "", false, 1, access, Ports.usual(), List.of());
        try (Session session = context.session(directory, nobody, access)) {
            return Reach.find(session, addresses);
        }
    }
}
