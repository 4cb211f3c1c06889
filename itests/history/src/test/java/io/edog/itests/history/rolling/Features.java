package io.edog.itests.history.rolling;

import static org.awaitility.Awaitility.await;

import io.edog.itests.history.Run;
import io.edog.itests.rig.Rig;
import io.edog.itests.rig.RigHost;
import io.edog.itests.support.NextFeature;
import io.edog.itests.support.Rest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Newer versions of edog's features, and what an administrator does with them, on one manager after the other. */
final class Features {
    static final String VERSION = "0.1.0";
    static final String NEXT = "0.1.1";
    static final List<String> ALL = List.of("edog-manager", "edog-agent", "edog-storage", "edog-rbac", "edog-web");

    private static final Logger LOG = LoggerFactory.getLogger(Features.class);
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String RELEASE = "release";
    private static final String SHELL = "/opt/edog/current/node/edog-node shell ";

    private final Rig rig;

    /** Makes them, copies them to all hosts, and tells the containers where they are. */
    Features(Rig rig) throws IOException {
        this.rig = rig;
        Path release = rig.shared().resolve(RELEASE);
        NextFeature next = new NextFeature(rig.distribution().resolve("system"), release, VERSION, NEXT);
        for (String feature : ALL) {
            next.make(feature);
        }
        String repositories = ALL.stream()
                .map(feature -> "feature:repo-add " + NextFeature.url(feature, NEXT))
                .collect(Collectors.joining("; "));
        for (RigHost host : rig.managers()) {
            host.bash("cp -r /srv/edog-shared/" + RELEASE + "/. /opt/edog/current/system/");
            host.bash(SHELL + "'" + repositories + "'");
        }
    }

    /** Installs a version of a feature, the leader last; each manager serves again before the next one's turn. */
    void install(Run run, String feature, String version) {
        String wanted = feature + "/" + version;
        for (String manager : leaderLast(run)) {
            long begun = System.nanoTime();
            rig.host(manager)
                    .exec(LIMIT, "bash", "-c", SHELL + "'feature:install --upgrade " + wanted + "'")
                    .succeeded();
            await(manager + " serves with " + wanted)
                    .atMost(LIMIT)
                    .until(() -> run.survey().serving().contains(manager)
                            && version(run, manager, feature).equals(version));
            LOG.info("{} has {} after {} ms", manager, wanted, (System.nanoTime() - begun) / 1_000_000);
        }
        run.progress();
    }

    private static String version(Run run, String manager, String feature) {
        Rest admin = run.administrator(manager);
        return admin.get("/cluster")
                .expect(200)
                .body()
                .path("features")
                .path(feature)
                .asText();
    }

    private static List<String> leaderLast(Run run) {
        String leader = run.survey().leader().orElse("");
        return run.cluster().managers().stream()
                .sorted(Comparator.comparing(leader::equals))
                .toList();
    }
}
