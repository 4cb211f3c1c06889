package io.edog.itests.appliance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./edog bench [name] [--json]}: measures an appliance of its own, from outside. Without a name, everything.
 * Progress goes to standard error, figures to standard output.
 */
final class Bench {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("start", new StartBench());
        ALL.put("write", new WriteBench());
        ALL.put("vm", new VmBench());
        ALL.put("kill", new KillBench());
        ALL.put("list", new ListBench());
    }

    /** One of them. */
    interface Benchmark {
        List<Sample> measure(Appliance appliance) throws Exception;
    }

    private Bench() {}

    /** Runs it; arguments as in the class comment. Exit code 2 for a name there is not. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean json = words.remove("--json");
        String name = words.isEmpty() ? "all" : words.get(0);
        if (words.size() > 1 || !(name.equals("all") || ALL.containsKey(name))) {
            System.err.println("bench: one of " + String.join(", ", ALL.keySet()) + ", or nothing for all");
            System.exit(2);
        }
        try (Appliance appliance = new Appliance()) {
            print(name, json, run(name, appliance));
        }
    }

    private static List<Sample> run(String name, Appliance appliance) throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (var entry : ALL.entrySet()) {
            if (name.equals("all") || name.equals(entry.getKey())) {
                System.err.println("bench: " + entry.getKey());
                samples.addAll(entry.getValue().measure(appliance));
            }
        }
        return samples;
    }

    private static void print(String name, boolean json, List<Sample> samples) throws IOException {
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
        return Command.run(Duration.ofSeconds(10), Map.of(), List.of("git", "rev-parse", "--short", "HEAD"))
                .out()
                .strip();
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
