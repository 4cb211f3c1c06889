package io.edog.storage.internal;

import io.edog.api.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A program run without a shell, with a time limit and a bound on what is kept of its output. */
final class Command {
    private static final int KEPT_BYTES = 64 * 1024;
    private static final Duration KILL_LIMIT = Duration.ofSeconds(5);

    private final List<String> words;
    private final Duration limit;

    Command(List<String> words, Duration limit) {
        this.words = List.copyOf(words);
        this.limit = limit;
    }

    /**
     * Runs it.
     *
     * @param seen told each piece of its standard output, also of what is not kept
     * @return its standard output
     * @throws StorageException if it fails, with its own words
     */
    String run(Consumer<String> seen) {
        Process process = start();
        try {
            CompletableFuture<String> out = read(process.getInputStream(), seen);
            CompletableFuture<String> err = read(process.getErrorStream(), ignored -> {});
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StorageException(name() + " took longer than " + limit.toSeconds() + " s and was stopped");
            }
            if (process.exitValue() != 0) {
                throw new StorageException(name() + " failed: " + await(err).strip());
            }
            return await(out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(name() + " was cut off: this host's storage is stopping", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("LC_ALL", "C");
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new StorageException("can't run " + name() + ": " + e.getMessage() + "; is qemu-utils installed?", e);
        }
    }

    private static CompletableFuture<String> read(InputStream stream, Consumer<String> seen) {
        CompletableFuture<String> whole = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try (stream) {
                        whole.complete(keep(stream, seen));
                    } catch (IOException | RuntimeException e) {
                        whole.completeExceptionally(e);
                    }
                },
                "edog-storage-output");
        reader.setDaemon(true);
        reader.start();
        return whole;
    }

    private static String keep(InputStream stream, Consumer<String> seen) throws IOException {
        StringBuilder kept = new StringBuilder();
        byte[] buffer = new byte[4096];
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            String piece = new String(buffer, 0, n, StandardCharsets.UTF_8);
            seen.accept(piece);
            kept.append(piece, 0, Math.min(piece.length(), Math.max(0, KEPT_BYTES - kept.length())));
        }
        return kept.toString();
    }

    private static String await(CompletableFuture<String> output) throws InterruptedException {
        try {
            return output.get(KILL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return "its output can't be read: " + e.getMessage();
        }
    }

    private String name() {
        return Paths.name(java.nio.file.Path.of(words.get(0))) + (words.size() > 1 ? " " + words.get(1) : "");
    }
}
