package io.edog.itests.history.bench;

import static org.awaitility.Awaitility.await;

import io.edog.itests.history.cluster.Cluster.Part;
import io.edog.itests.history.cluster.LocalCluster;
import io.edog.itests.support.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the processes of a cluster take of the machine: processor time in windows, and memory at their ends. */
final class Load {
    private static final double TICKS_PER_SECOND = 100;
    private static final double KIB_PER_MB = 1000 / 1.024;
    private static final double PERCENT = 100;

    private final LocalCluster cluster;
    private final Map<String, Sample> samples = new LinkedHashMap<>();

    Load(LocalCluster cluster) {
        this.cluster = cluster;
    }

    /** Measures for a while; one of the managers leads all the time. */
    void window(String leader, Duration length) throws IOException {
        Map<String, Double> before = ticks();
        long begin = System.nanoTime();
        await().pollDelay(length).atMost(length.multipliedBy(3)).until(() -> true);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Map<String, Double> after = ticks();
        for (String node : cluster.managers()) {
            for (Part part : Part.values()) {
                String what = part.word()
                        + (part == Part.KARAF ? node.equals(leader) ? " of the leader" : " of a follower" : "");
                String process = node + part.word();
                double used = (after.get(process) - before.get(process)) / TICKS_PER_SECOND / seconds;
                sample(what + ", share of one CPU", "%").add(used * PERCENT);
                sample(what + ", PSS", "MB").add(pss(cluster.pid(node, part)));
            }
        }
    }

    List<Sample> with(Sample more) {
        List<Sample> all = new ArrayList<>(samples.values());
        all.add(more);
        return all;
    }

    private Sample sample(String what, String unit) {
        return samples.computeIfAbsent(what, w -> new Sample(w, unit));
    }

    private Map<String, Double> ticks() throws IOException {
        Map<String, Double> ticks = new LinkedHashMap<>();
        for (String node : cluster.managers()) {
            for (Part part : Part.values()) {
                ticks.put(node + part.word(), ticks(cluster.pid(node, part)));
            }
        }
        return ticks;
    }

    /** User and system time of a process: the 14th and 15th field of its stat. */
    private static double ticks(long pid) throws IOException {
        String[] fields = Files.readString(Path.of("/proc/" + pid + "/stat"))
                .replaceFirst(".*\\) ", "")
                .split(" ");
        return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    }

    private static double pss(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                        .sum()
                / KIB_PER_MB;
    }
}
