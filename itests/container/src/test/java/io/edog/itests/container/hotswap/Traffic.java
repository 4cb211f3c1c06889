package io.edog.itests.container.hotswap;

import static io.edog.itests.container.hotswap.Node.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A user who asks the same things again and again, and notes what comes back. */
final class Traffic implements AutoCloseable {
    private static final long PAUSE_MS = 10;
    private static final int NO_ANSWER = 0;

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads;

    /** @param sentMs, gotMs on one clock without an epoch */
    record Answer(String path, int status, long sentMs, long gotMs) {
        boolean good() {
            return status == 200;
        }
    }

    Traffic(Rest rest, Set<String> paths) {
        threads = Executors.newScheduledThreadPool(paths.size());
        for (String path : paths) {
            ScheduledFuture<?> unused =
                    threads.scheduleWithFixedDelay(() -> ask(rest, path), 0, PAUSE_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** All questions about this were answered, and well. */
    void neverFailed(String path) {
        assertThat(to(path)).as("answers to " + path).hasSizeGreaterThan(10).allMatch(Answer::good);
    }

    /** Waits for a good answer to a question that is asked from now on. */
    void isAnswered(String path) {
        long now = now();
        soon("a good answer to " + path)
                .until(() -> to(path).stream().anyMatch(answer -> answer.good() && answer.sentMs() >= now));
    }

    /** The longest time in which no good answer to this began and ended, in ms. */
    long longestGapMs(String path) {
        long longest = 0;
        List<Answer> good = to(path).stream().filter(Answer::good).toList();
        for (int i = 1; i < good.size(); i++) {
            longest = Math.max(longest, good.get(i).gotMs() - good.get(i - 1).gotMs());
        }
        return longest;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private List<Answer> to(String path) {
        return answers.stream().filter(answer -> answer.path().equals(path)).toList();
    }

    private void ask(Rest rest, String path) {
        long sent = now();
        int status;
        try {
            status = rest.get(path).status();
        } catch (UncheckedIOException e) {
            status = NO_ANSWER;
        }
        answers.add(new Answer(path, status, sent, now()));
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
