package io.edog.itests.container.hotswap;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long the steps with one feature took, in ms: a line of JSON. */
final class Times {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Something that may fail in any way. */
    interface Step {
        void run() throws Exception;
    }

    Times(String feature) {
        values.put("feature", feature);
    }

    void take(String what, Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        put(what, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    void put(String what, long ms) {
        values.put(what, ms);
    }

    void write() throws IOException {
        Files.writeString(
                Path.of(Settings.get(Settings.RESULTS)),
                new ObjectMapper().writeValueAsString(values) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
