package io.edog.itests.container.hotswap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The shell, used as scripts do: one command over the local socket, by the client of the distribution. */
final class Shell {
    /** Exit code when nobody answers. */
    static final int UNREACHABLE = 3;

    private static final long LIMIT_S = 20;

    /** What came of a command. */
    record Result(int exit, String output) {
        String succeeded() {
            if (exit != 0) {
                throw new AssertionError("exit code " + exit + ": " + output);
            }
            return output;
        }
    }

    private Shell() {}

    static Result run(String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            Path.of(System.getProperty("karaf.home"), "lib", "edog", "shell-client.jar")
                                    .toString(),
                            Settings.path(Settings.DATA)
                                    .resolve("run/shell.sock")
                                    .toString(),
                            command)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the shell takes too long");
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
