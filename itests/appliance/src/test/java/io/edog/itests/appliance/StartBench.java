package io.edog.itests.appliance;

import static org.awaitility.Awaitility.await;

import io.edog.itests.support.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Warm start of karaf, from the start of the process to REST ready, and the memory of karaf and zookeeper. */
final class StartBench implements Bench.Benchmark {
    private static final int ROUNDS = 5;

    @Override
    public List<Sample> measure(Appliance appliance) {
        Sample start = new Sample("warm start: process start to REST ready", "ms");
        Sample memory = new Sample("PSS of karaf and zookeeper together", "MB");
        for (int i = 0; i < ROUNDS; i++) {
            Appliance.signal("KILL", appliance.pid("karaf"));
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> ready(appliance));
            start.add(System.currentTimeMillis() - startOf(appliance.pid("karaf")));
            memory.add((pss(appliance.pid("karaf")) + pss(appliance.pid("zookeeper"))) / 1024.0);
        }
        return List.of(start, memory);
    }

    private static boolean ready(Appliance appliance) {
        try {
            return appliance.rest().send("GET", "/health", Optional.empty()).status() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    private static long startOf(long pid) {
        return ProcessHandle.of(pid)
                .orElseThrow()
                .info()
                .startInstant()
                .orElseThrow()
                .toEpochMilli();
    }

    private static long pss(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
