package io.edog.shell.internal.socket;

import io.edog.shell.wire.ExitCode;
import io.edog.shell.wire.Frame;
import io.edog.shell.wire.FrameChannel;
import io.edog.shell.wire.FrameType;
import io.edog.shell.wire.Request;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** One client: one command, its input and output, its exit code. */
final class Connection implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final FrameChannel channel;
    private final String osUser;
    private final CommandRunner runner;
    private final Executor threads;
    private final FrameSender sender;
    private @Nullable Thread running;
    private boolean greeted;
    private boolean timedOut;

    Connection(FrameChannel channel, String osUser, CommandRunner runner, Executor threads) {
        this.channel = channel;
        this.osUser = osUser;
        this.runner = runner;
        this.threads = threads;
        this.sender = new FrameSender(channel, this::interrupt);
    }

    /** Carries the client's command out on this thread; two more threads read and write meanwhile. */
    void serve() throws IOException, InterruptedException {
        Optional<Frame> first = channel.read();
        if (first.isEmpty()) {
            return;
        }
        Request request = Request.of(first.get());
        ClientInput input = new ClientInput(request.person(), sender);
        threads.execute(sender);
        begin();
        threads.execute(() -> listen(input));
        int code = run(request, input);
        sender.finish(end() ? ExitCode.TIMED_OUT : code, LAST_WORDS);
    }

    private int run(Request request, ClientInput input) {
        try (PrintStream out = FrameOutput.stream(sender, FrameType.OUT);
                PrintStream err = FrameOutput.stream(sender, FrameType.ERR)) {
            return runner.run(request.command(), osUser, input, out, err);
        }
    }

    /** The command took too long. */
    synchronized void timeOut() {
        timedOut = running != null;
        interrupt();
    }

    /** Closes the connection if its command has not come yet. */
    synchronized void expectCommand() throws IOException {
        if (!greeted) {
            channel.close();
        }
    }

    /** Whatever the client sends: answers, then its end, which is also the end of its command. */
    private void listen(ClientInput input) {
        try {
            Optional<Frame> frame = channel.read();
            while (frame.isPresent()) {
                input.answered(frame.get());
                frame = channel.read();
            }
            interrupt();
        } catch (IOException e) {
            interrupt();
        }
    }

    private synchronized void begin() {
        greeted = true;
        running = Thread.currentThread();
    }

    /** From now on nothing interrupts this thread; returns whether the time limit did. */
    private synchronized boolean end() {
        running = null;
        Thread.interrupted();
        return timedOut;
    }

    private synchronized void interrupt() {
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
