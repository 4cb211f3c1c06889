package io.edog.appctl.command;

import io.edog.appctl.cli.Session;
import io.edog.appctl.remote.Finished;
import io.edog.appctl.remote.Trouble;
import io.edog.appctl.work.HostReport;
import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which hosts ssh reaches, as root.
 *
 * @param names what they call themselves, by address
 * @param reports by address; of those that were tried
 */
record Reach(Map<String, String> names, Map<String, HostReport> reports) {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    static Reach find(Session session, List<String> addresses) throws InterruptedException {
        Map<String, String> names = new ConcurrentHashMap<>();
        List<Target> targets =
                addresses.stream().map(address -> new Target(address, address)).toList();
        List<HostReport> reports = session.fanout().run(targets, (target, step) -> {
            step.accept("connecting");
            Finished finished = session.ssh().run(target.address(), List.of("uname", "-n"), "", LIMIT);
            if (!finished.ok()) {
                return Trouble.of(target, finished, "uname");
            }
            names.put(target.address(), finished.out().strip());
            return Outcome.ok("answers");
        });
        return new Reach(
                Map.copyOf(names),
                reports.stream().collect(Collectors.toMap(HostReport::address, Function.identity())));
    }
}
