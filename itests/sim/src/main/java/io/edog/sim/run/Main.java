package io.edog.sim.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.edog.sim.kernel.Trace;
import io.edog.sim.world.Outcome;
import io.edog.sim.world.World;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./edog sim}. */
@Command(
        name = "./edog sim",
        sortOptions = false,
        description =
                "Runs simulated clusters in virtual time, each from a seed, and checks that no rule is ever broken.")
public final class Main implements Callable<Integer> {
    private static final int VIOLATED = 1;
    private static final int LAST_LINES = 60;

    @Option(names = "--seeds", paramLabel = "N", description = "How many schedules (default ${DEFAULT-VALUE}).")
    long seeds = 20_000;

    @Option(names = "--from", paramLabel = "S", description = "The first seed (default ${DEFAULT-VALUE}).")
    long from = 1;

    @Option(names = "--replay", paramLabel = "S", description = "Shows one schedule step by step.")
    Optional<Long> replay = Optional.empty();

    @Option(
            names = "--faults",
            paramLabel = "LIST",
            description = "With --replay: only the faults with these numbers strike; 'none' for none.")
    Optional<String> only = Optional.empty();

    @Option(names = "--failures", paramLabel = "N", description = "Stop after so many (default ${DEFAULT-VALUE}).")
    int failures = 3;

    @Option(names = "--processors", paramLabel = "N", description = "Schedules at a time (default: all processors).")
    int processors = Runtime.getRuntime().availableProcessors();

    @Option(names = "--brief", description = "One line, nothing shrunk.")
    boolean brief;

    @Option(names = "--json", description = "Prints one JSON object.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    boolean help;

    private final PrintStream out;

    Main(PrintStream out) {
        this.out = out;
    }

    /** Exit codes: 0 no rule was broken, 1 one was, 2 wrong usage. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        return replay.isPresent() ? show(replay.get()) : many();
    }

    private int show(long seed) {
        ExecutorService crew = Batch.crew();
        Trace trace = new Trace(true);
        Set<Integer> allowed = Stream.of(only.orElse("none").split(",", -1))
                .filter(number -> !number.equals("none"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        Outcome outcome = new World(seed, crew, trace, fault -> only.isEmpty() || allowed.contains(fault)).run();
        crew.shutdown();
        trace.lines().forEach(out::println);
        out.printf(Locale.ROOT, "seed %d: %d steps, fingerprint %016x%n", seed, outcome.steps(), outcome.fingerprint());
        out.println(outcome.violation().map(v -> v.rule() + ": " + v.detail()).orElse("no rule was broken"));
        return outcome.violation().isPresent() ? VIOLATED : 0;
    }

    private int many() throws InterruptedException, JsonProcessingException {
        long began = System.nanoTime();
        Batch batch = new Batch(from, seeds, failures, !brief);
        Progress progress = new Progress(batch, seeds, System.err);
        batch.run(processors);
        progress.end();
        double seconds = (System.nanoTime() - began) / 1e9;
        if (brief) {
            out.println(brief(batch, seconds));
        } else if (json) {
            out.println(new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(report(batch, seconds)));
        } else {
            tell(batch, seconds);
        }
        return batch.failures().isEmpty() ? 0 : VIOLATED;
    }

    private static String brief(Batch batch, double seconds) {
        String found = batch.failures().stream()
                .map(failure -> "seed " + failure.seed() + " breaks " + failure.rule() + ": " + failure.detail())
                .findFirst()
                .orElse("no rule was broken");
        return String.format(Locale.ROOT, "%s (%d schedules, %.1f s)", found, batch.done(), seconds);
    }

    private static Map<String, Object> report(Batch batch, double seconds) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("commit", System.getProperty("edog.commit", "unknown"));
        report.put("from", batch.from());
        report.put("seeds", batch.done());
        report.put("steps", batch.steps());
        report.put("seconds", Math.round(seconds * 10) / 10.0);
        report.put("schedulesPerSecond", Math.round(batch.done() / seconds));
        report.put("faults", batch.counts());
        report.put("failures", batch.failures());
        return report;
    }

    private void tell(Batch batch, double seconds) {
        for (Failure failure : batch.failures()) {
            tell(failure);
        }
        out.printf(
                Locale.ROOT,
                "%d schedules from seed %d in %.1f s: %.0f schedules/s, %d steps%n",
                batch.done(),
                batch.from(),
                seconds,
                batch.done() / seconds,
                batch.steps());
        batch.counts()
                .forEach((what, number) -> out.printf(
                        Locale.ROOT,
                        "  %-28s %10d   %7.0f per 1,000 schedules%n",
                        what,
                        number,
                        number * 1000.0 / batch.done()));
        out.println(
                batch.failures().isEmpty()
                        ? "no rule was broken"
                        : batch.failures().size() + " schedules broke a rule");
    }

    private void tell(Failure failure) {
        out.printf("seed %d breaks %s: %s%n", failure.seed(), failure.rule(), failure.detail());
        String faults = failure.shrunk().isEmpty()
                ? "none"
                : failure.shrunk().stream().map(String::valueOf).collect(Collectors.joining(","));
        out.printf("  these faults are enough: ./edog sim --replay %d --faults %s%n", failure.seed(), faults);
        int size = failure.log().size();
        failure.log().subList(Math.max(0, size - LAST_LINES), size).forEach(line -> out.println("  " + line));
    }
}
