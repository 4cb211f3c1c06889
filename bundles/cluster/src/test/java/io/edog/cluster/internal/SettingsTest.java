package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static Settings with(Map<String, Object> values) {
        return Nodes.settings("one", "127.0.0.1:2181", "edog", values);
    }

    @Test
    void theDefaultsAreAsDocumented() {
        Settings settings = with(Map.of());
        assertThat(settings.sessionTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.paths().epoch()).isEqualTo("/edog/epoch");
    }

    @Test
    void anEmptyNodeIsTheHostName() throws Exception {
        Settings settings = Nodes.settings(" ", "127.0.0.1:2181", "edog", Map.of());
        assertThat(settings.node())
                .isEqualTo(
                        Files.readString(Path.of("/proc/sys/kernel/hostname")).strip());
    }

    @Test
    void aWrongValueIsNamed() {
        assertThatThrownBy(() -> with(Map.of("append_limit_ms", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("append.limit.ms");
        assertThatThrownBy(() -> Nodes.settings("one", "", "edog", Map.of())).hasMessageContaining("connect");
        assertThatThrownBy(() -> Nodes.settings("one", "h:1", "a/b", Map.of())).hasMessageContaining("a/b");
    }

    @Test
    void theShippedFileNamesEveryValueAndNoOther() throws Exception {
        List<String> shipped;
        try (Stream<String> lines = Files.lines(Path.of("../../etc/io.edog.cluster.cfg"))) {
            shipped = lines.filter(line -> line.contains(" = ") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
        }
        List<String> known = Stream.of(ClusterConfig.class.getDeclaredMethods())
                .map(method -> method.getName().replace('_', '.'))
                .toList();
        assertThat(new TreeSet<>(shipped)).isEqualTo(new TreeSet<>(known));
    }
}
