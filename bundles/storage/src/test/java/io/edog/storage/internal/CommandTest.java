package io.edog.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.storage.StorageException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void givesItsOutput() {
        assertThat(new Command(List.of("echo", "hello"), LIMIT).run(piece -> {}))
                .isEqualTo("hello\n");
    }

    @Test
    void failsWithTheProgramsOwnWords() {
        assertThatThrownBy(() -> new Command(List.of("ls", "/no/such/file"), LIMIT).run(piece -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("No such file");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> new Command(List.of("edog-no-such-program"), LIMIT).run(piece -> {}))
                .hasMessageContaining("can't run edog-no-such-program");
    }

    @Test
    void isStoppedAtItsLimit() {
        Duration limit = Duration.ofMillis(200);

        assertThatThrownBy(() -> new Command(List.of("sleep", "60"), limit).run(piece -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("took longer");
    }

    @Test
    void keepsNoMoreOutputThanItsBound() {
        String output = new Command(List.of("head", "-c", "1000000", "/dev/zero"), LIMIT).run(piece -> {});

        assertThat(output).hasSize(64 * 1024);
    }

    @Test
    void readsTheNewestProgress() {
        assertThat(QemuImg.lastPercent("    (1.00/100%)\r    (53.21/100%)\r")).hasValue(53);
        assertThat(QemuImg.lastPercent("nothing")).isEmpty();
    }
}
