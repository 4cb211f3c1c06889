package io.edog.appctl.remote;

import io.edog.appctl.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs programs of this machine. Closing it ends those that still run. Thread-safe. */
public final class Processes implements AutoCloseable {
    /** Characters kept of each output; a program that writes more loses the rest. */
    private static final int MAX_OUTPUT = 4 * 1024 * 1024;
    /** How long after its end the output of a program may still be held open by a child of it. */
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService readers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "output");
        thread.setDaemon(true);
        return thread;
    });

    /** Runs a program with this standard input to its end, at most so long. */
    public Finished run(List<String> command, String input, Duration limit) throws InterruptedException {
        return run(command, input, limit, line -> {});
    }

    /** The same; each line of its output, also those that end with a carriage return, is shown at once. */
    public Finished run(List<String> command, String input, Duration limit, Consumer<String> eachLine)
            throws InterruptedException {
        Process process = start(command);
        running.add(process);
        try {
            CompletableFuture<String> out = read(process.getInputStream(), eachLine);
            CompletableFuture<String> err = read(process.getErrorStream(), line -> {});
            readers.execute(() -> write(process.getOutputStream(), input));
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
            }
            return new Finished(ended ? process.exitValue() : -1, text(out), text(err), !ended);
        } finally {
            end(process);
            running.remove(process);
        }
    }

    @Override
    public void close() {
        running.forEach(Processes::end);
        readers.shutdownNow();
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw Refusal.failed(
                    "'" + command.get(0) + "' can't be run here: " + e.getMessage(),
                    "Install it: apt-get install openssh-client rsync");
        }
    }

    private CompletableFuture<String> read(InputStream stream, Consumer<String> eachLine) {
        return CompletableFuture.supplyAsync(() -> lines(stream, eachLine), readers);
    }

    private static String lines(InputStream stream, Consumer<String> eachLine) {
        StringBuilder text = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                eachLine.accept(line);
                if (text.length() + line.length() < MAX_OUTPUT) {
                    text.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            return text.toString(); // it was ended; what it said till then counts
        }
        return text.toString();
    }

    private static void write(OutputStream stream, String input) {
        try (stream) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading all: its exit code tells.
            return;
        }
    }

    private static String text(CompletableFuture<String> output) throws InterruptedException {
        try {
            return output.get(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    private static void end(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
