package io.edog.shell.internal.socket;

import java.io.PrintStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.apache.felix.service.command.Process;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;

/** Commands that behave badly. */
final class ExtraCommands {
    /** More than a megabyte, and no multiple of anything. */
    static final int LARGE = 1_234_567;

    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    final AtomicInteger running = new AtomicInteger();
    private volatile AutoCloseable closed = () -> {};
    private final byte[] large = new byte[LARGE];

    ExtraCommands() {
        new Random(1).nextBytes(large);
    }

    long largeChecksum() {
        CRC32 sum = new CRC32();
        sum.update(large);
        return sum.getValue();
    }

    void registerIn(Registry registry) {
        registry.register(new Plain("large", this::large));
        registry.register(new Plain("hang", this::hang));
        registry.register(new Plain("chatter", ExtraCommands::chatter));
        registry.register(new Plain("close", this::close));
    }

    void closing(AutoCloseable what) {
        closed = what;
    }

    private void close(PrintStream out, PrintStream err) throws Exception {
        closed.close();
        out.print("closed\n");
    }

    private interface Body {
        void run(PrintStream out, PrintStream err) throws Exception;
    }

    private void large(PrintStream out, PrintStream err) {
        out.write(large, 0, LARGE);
        err.print("the end\n");
    }

    private void hang(PrintStream out, PrintStream err) throws InterruptedException {
        running.incrementAndGet();
        started.countDown();
        try {
            new CountDownLatch(1).await(1, TimeUnit.MINUTES);
        } finally {
            running.decrementAndGet();
            interrupted.countDown();
        }
    }

    private static void chatter(PrintStream out, PrintStream err) {
        while (!Thread.currentThread().isInterrupted()) {
            out.println("and another thing");
        }
    }

    private record Plain(String getName, Body body) implements Command {
        @Override
        public String getScope() {
            return "test";
        }

        @Override
        public String getDescription() {
            return "for a test";
        }

        @Override
        public Completer getCompleter(boolean scoped) {
            return null;
        }

        @Override
        public Parser getParser() {
            return null;
        }

        @Override
        public Object execute(Session session, List<Object> arguments) throws Exception {
            Process process = Process.Utils.current();
            body.run(process.out(), process.err());
            return null;
        }
    }
}
