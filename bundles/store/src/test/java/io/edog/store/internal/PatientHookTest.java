package io.edog.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.store.internal.PatientHook.Patience;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ops4j.pax.jdbc.hook.PreHook;

class PatientHookTest {
    private static final Patience PATIENCE = new Patience(Duration.ofMillis(1), Duration.ofMillis(4), 6);

    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger offered = new AtomicInteger();
    private final AtomicInteger published = new AtomicInteger();
    private int failing;
    private PatientHook hook = new PatientHook(this::work, this::publish, PATIENCE);

    @AfterEach
    void close() {
        hook.close();
    }

    private void work(DataSource dataSource) throws SQLException {
        if (tries.incrementAndGet() <= failing) {
            throw new SQLException("the database is away");
        }
    }

    /** As the container does: it calls a hook once when it appears, and publishes the DataSource if that went well. */
    private Runnable publish(PreHook offer) {
        offered.incrementAndGet();
        try {
            offer.prepare(new BasicDataSource());
            published.incrementAndGet();
        } catch (SQLException e) {
            assertThat(e.getMessage()).isEqualTo("the database is away");
        }
        return offered::decrementAndGet;
    }

    @Test
    void aFailedHookIsOfferedAgainUntilItWorks() {
        failing = 3;
        hook.open();
        await().until(() -> published.get() == 1);
        assertThat(tries).hasValue(4);
        await().until(() -> offered.get() == 1);
    }

    @Test
    void itGivesUpInTheEnd() {
        failing = Integer.MAX_VALUE;
        hook.open();
        await().during(Duration.ofMillis(100)).until(() -> tries.get() == PATIENCE.limit());
        assertThat(published).hasValue(0);
    }

    @Test
    void whenClosedNothingIsOfferedAnyMore() {
        failing = Integer.MAX_VALUE;
        Duration wait = Duration.ofMillis(300);
        hook = new PatientHook(this::work, this::publish, new Patience(wait, wait, 999));
        hook.open();
        await().until(() -> tries.get() >= 1);
        hook.close();
        await().until(() -> offered.get() == 0);
        int before = tries.get();
        await().during(wait.multipliedBy(2)).until(() -> offered.get() == 0 && tries.get() == before);
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        Patience patience = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(30), 240);
        assertThat(patience.after(1)).hasSeconds(1);
        assertThat(patience.after(2)).hasSeconds(2);
        assertThat(patience.after(5)).hasSeconds(16);
        assertThat(patience.after(6)).hasSeconds(30);
        assertThat(patience.after(239)).hasSeconds(30);
    }
}
