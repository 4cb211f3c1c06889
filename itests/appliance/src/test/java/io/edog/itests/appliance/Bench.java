package io.edog.itests.appliance;

import io.edog.itests.support.Figures;
import io.edog.itests.support.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
            Figures.print(name, json, run(name, appliance));
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
}
