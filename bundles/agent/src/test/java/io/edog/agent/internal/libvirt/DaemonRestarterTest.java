package io.edog.agent.internal.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.testkit.agent.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonRestarterTest {
    @TempDir
    Path directory;

    private final ManualClock clock = new ManualClock();

    @Test
    void itIsRestartedWithGrowingPausesAndNotForEver() throws IOException {
        DaemonRestarter restarter = restarter(3);
        restarter.dead();
        restarter.dead();
        assertThat(restarts()).isEqualTo(1);

        for (int second = 0; second < 300; second++) {
            clock.advance(Duration.ofSeconds(1));
            restarter.dead();
        }
        assertThat(restarts()).isEqualTo(3);
    }

    @Test
    void afterACalmWhileItIsTriedAgain() throws IOException {
        DaemonRestarter restarter = restarter(1);
        restarter.dead();
        clock.advance(Duration.ofMinutes(11));
        restarter.dead();

        assertThat(restarts()).isEqualTo(2);
    }

    @Test
    void withoutACommandNothingIsDone() throws IOException {
        new DaemonRestarter(List.of(), Duration.ofSeconds(5), 5, clock).dead();

        assertThat(restarts()).isZero();
    }

    private DaemonRestarter restarter(int most) {
        List<String> command = List.of("mktemp", "--tmpdir=" + directory, "restart.XXXXXX");
        return new DaemonRestarter(command, Duration.ofSeconds(20), most, clock);
    }

    private long restarts() throws IOException {
        try (var files = Files.list(directory)) {
            return files.count();
        }
    }
}
