package io.edog.rest.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.junit.jupiter.api.Test;

class OutboxTest {
    /** A connection that takes bytes only when told so. */
    private static final class Connection extends ServletOutputStream {
        private final StringBuilder written = new StringBuilder();
        private volatile boolean ready;
        private int flushes;

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            written.append((char) b);
        }

        @Override
        public void flush() {
            flushes++;
        }
    }

    private final Connection connection = new Connection();
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Room all = new Room(3);
    private final Outbox outbox = new Outbox(new Room(2), all, PATIENCE);

    private static byte[] frame(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void keepsTheOrderAndFlushesOnce() throws Exception {
        outbox.put(frame("a"));
        outbox.put(frame("b"));
        outbox.open(connection);
        connection.ready = true;
        outbox.drain();
        outbox.drain();

        assertThat(connection.written).hasToString("ab");
        assertThat(connection.flushes).isEqualTo(1);
    }

    @Test
    void aFullOneGivesUpAfterItsPatience() throws Exception {
        outbox.open(connection);

        assertThat(outbox.put(frame("a"))).isTrue();
        assertThat(outbox.put(frame("b"))).isTrue();
        assertThat(outbox.put(frame("c"))).isFalse();
        assertThat(connection.written).isEmpty();
        await().until(outbox::stalled);
    }

    @Test
    void aLargeFrameTakesTheRoomOfMany() throws Exception {
        outbox.open(connection);

        assertThat(outbox.put(frame("large"))).isTrue();
        assertThat(outbox.put(frame("b"))).isFalse();
        connection.ready = true;
        outbox.drain();
        assertThat(outbox.put(frame("b"))).isTrue();
        assertThat(connection.written).hasToString("largeb");
    }

    @Test
    void allTogetherHaveTheirBoundToo() throws Exception {
        Outbox other = new Outbox(new Room(2), all, PATIENCE);

        assertThat(outbox.put(frame("ab"))).isTrue();
        assertThat(other.put(frame("c"))).isTrue();
        assertThat(other.put(frame("d"))).isFalse();
        outbox.close();
        assertThat(other.put(frame("e"))).isTrue();
        assertThat(outbox.put(frame("f"))).isTrue();
        other.close();
        assertThat(all.take(3, System.nanoTime())).isTrue();
    }

    @Test
    void signsOfLifeDoNotQueueUp() throws Exception {
        outbox.open(connection);
        outbox.putIfIdle(frame("1"));
        outbox.putIfIdle(frame("2"));
        connection.ready = true;
        outbox.drain();

        assertThat(connection.written).hasToString("1");
        assertThat(outbox.stalled()).isFalse();
    }
}
