package io.edog.itests.container.hotswap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the container runs on, outside of it: libvirtd, ZooKeeper and the guests. The processes end when this is closed, or else when this
 * JVM ends, even if it is killed.
 */
final class Machine implements AutoCloseable {
    private static final long END_LIMIT_S = 60;

    private final Process script;
    private final Map<String, String> values;

    private Machine(Process script, Map<String, String> values) {
        this.script = script;
        this.values = Map.copyOf(values);
    }

    static Machine start() {
        try {
            Process script = new ProcessBuilder(
                            Path.of("src/test/scripts/machine").toAbsolutePath().toString(),
                            Settings.distribution().toString(),
                            Path.of("target/machine-log").toAbsolutePath().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Machine(script, read(script.inputReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of data, node, http, ssh, zookeeper, libvirt, image. */
    String get(String name) {
        return Optional.ofNullable(values.get(name)).orElseThrow();
    }

    Path data() {
        return Path.of(get("data"));
    }

    @Override
    public void close() {
        try {
            script.getOutputStream().close();
            if (!script.waitFor(END_LIMIT_S, TimeUnit.SECONDS)) {
                throw new AssertionError("the machine does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> read(BufferedReader lines) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new AssertionError("the machine did not start; see its messages above");
            }
            String[] pair = line.split("=", 2);
            values.put(pair[0], pair[1]);
        }
        return values;
    }
}
