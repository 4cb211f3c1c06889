package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.StaticHostProvider;
import org.junit.jupiter.api.Test;

class PromptHostsTest {
    private static final Duration MOST = Duration.ofMillis(200);
    private static final int TOLD_TO_WAIT = 1000;

    private final List<Duration> pauses = new ArrayList<>();
    private final HostProvider turns = new StaticHostProvider(
            List.of(new InetSocketAddress("127.0.0.1", 1), new InetSocketAddress("127.0.0.1", 2)));

    private PromptHosts session() {
        return new PromptHosts(turns, MOST, new Pace() {
            @Override
            public long nanoTime() {
                return 0;
            }

            @Override
            public boolean pause(Duration pause) {
                return pauses.add(pause);
            }

            @Override
            public void end() {}
        });
    }

    @Test
    void onlyTheFirstServerIsAskedAtOnceAndNoneLate() {
        PromptHosts session = session();
        session.next(TOLD_TO_WAIT);
        assertThat(pauses).isEmpty();
        for (int i = 0; i < 10; i++) {
            session.next(TOLD_TO_WAIT);
        }
        assertThat(pauses).hasSize(10).allSatisfy(pause -> assertThat(pause).isLessThan(MOST));
    }

    @Test
    void theClientsOwnPauseIsEndedOnlyWhereThereIsOne() {
        PromptHosts session = session();
        session.next(TOLD_TO_WAIT);
        session.next(TOLD_TO_WAIT);
        assertThat(Thread.interrupted()).as("never connected: it does not wait").isFalse();
        session.onConnected();
        session.next(TOLD_TO_WAIT);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aNewSessionGoesOnWithTheNextServer() {
        InetSocketAddress silent = session().next(TOLD_TO_WAIT);
        assertThat(session().next(TOLD_TO_WAIT)).isNotEqualTo(silent);
    }
}
