package io.edog.itests.history.bench;

import io.edog.itests.support.Figures;
import io.edog.itests.support.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./edog bench failover|agents [--json]}: measures three managers of its own, from outside. Progress goes to standard
 * error, figures to standard output.
 */
final class ClusterBench {
    private static final Map<String, Benchmark> ALL =
            Map.of("failover", new FailoverBench(), "agents", new AgentsBench());

    /** One of them. */
    interface Benchmark {
        List<Sample> measure() throws Exception;
    }

    private ClusterBench() {}

    /** Runs it; arguments as in the class comment. Exit code 2 for a name there is not. */
    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean json = words.remove("--json");
        if (words.size() != 1 || !ALL.containsKey(words.get(0))) {
            System.err.println("bench: one of " + String.join(", ", ALL.keySet()));
            System.exit(2);
        }
        Figures.print(words.get(0), json, ALL.get(words.get(0)).measure());
        System.exit(0); // whatever threads clients have left
    }
}
