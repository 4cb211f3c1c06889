package io.edog.testkit.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.service.Principal;
import io.edog.testkit.bus.BusSamples;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is done to the clock, a host that is silent for so long is unknown, and one that is not is up. */
class ClockSetTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Stepped manager = new Stepped(Map.of("agent_timeout_ms", 6_000L));

    @BeforeEach
    void aHostIsUp() {
        manager.bus.report(BusSamples.report("h1", 1, 0));
        manager.bus.report(BusSamples.report("h1", 2, 0));
        manager.settle();
        assertThat(host()).isEqualTo(HostState.UP);
    }

    @AfterEach
    void stop() {
        manager.close();
    }

    private HostState host() {
        return manager.desk().view(Principal.SYSTEM).list(Host.class).get(0).state();
    }

    @Test
    void setBack() {
        manager.wall.advance(HOUR.negated());
        manager.pass(Duration.ofSeconds(5));
        assertThat(host()).isEqualTo(HostState.UP);
        manager.pass(Duration.ofSeconds(2));
        assertThat(host()).isEqualTo(HostState.UNKNOWN);
    }

    @Test
    void setAhead() {
        manager.wall.advance(HOUR);
        manager.pass(Duration.ofSeconds(5));
        assertThat(host()).isEqualTo(HostState.UP);
        manager.pass(Duration.ofSeconds(2));
        assertThat(host()).isEqualTo(HostState.UNKNOWN);
    }
}
