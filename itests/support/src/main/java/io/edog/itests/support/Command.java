package io.edog.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end, within a limit. */
public final class Command {
    /** What came of it. */
    public record Result(int exit, String out, String err) {
        /** Fails, with all that it printed, if it did. */
        public Result succeeded() {
            return exits(0);
        }

        /** Fails, with all that it printed, if its exit code is another one. */
        public Result exits(int wanted) {
            if (exit != wanted) {
                throw new AssertionError("exit code " + exit + ", not " + wanted + "\n" + out + "\n" + err);
            }
            return this;
        }

        /** Both outputs, the errors last. */
        public String all() {
            return out + err;
        }
    }

    private Command() {}

    public static Result run(Duration limit, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile("edog-it", ".out");
            Path err = Files.createTempFile("edog-it", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Project.ROOT.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        command + " took longer than " + limit + "\n" + Files.readString(out) + Files.readString(err));
            }
            Result result = new Result(process.exitValue(), text(out), text(err));
            Files.delete(out);
            Files.delete(err);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
