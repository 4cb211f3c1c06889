package io.edog.itests.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints what a benchmark measured, with machine and commit: without them it is worth nothing. */
public final class Figures {
    private static final int SHORT_COMMIT = 7;

    private Figures() {}

    /** To standard output, as JSON or for people. */
    public static void print(String name, boolean json, List<Sample> samples) throws IOException {
        if (json) {
            ObjectNode result = Rest.JSON
                    .createObjectNode()
                    .put("name", name)
                    .put("machine", machine())
                    .put("commit", commit());
            samples.forEach(sample -> result.withArray("results").add(sample.json()));
            System.out.println(result.toPrettyString());
            return;
        }
        System.out.println(machine() + ", commit " + commit());
        System.out.printf(Locale.ROOT, "%-48s %5s  %9s %9s %9s %9s%n", "", "n", "min", "median", "p99", "max");
        samples.forEach(System.out::println);
    }

    private static String commit() {
        return Project.commit().substring(0, SHORT_COMMIT);
    }

    private static String machine() throws IOException {
        String cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.replaceFirst(".*: ", ""))
                .orElse("unknown processor");
        long gib = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 20)
                .findFirst()
                .orElse(0);
        return Runtime.getRuntime().availableProcessors() + " x " + cpu + ", " + gib + " GiB";
    }
}
