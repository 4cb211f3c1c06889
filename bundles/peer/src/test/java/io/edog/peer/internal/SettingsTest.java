package io.edog.peer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void aWrongValueIsNamed() {
        assertThatThrownBy(() -> Settings.of(Map.of("server_threads", 0))).hasMessageContaining("server.threads");
        assertThatThrownBy(() -> Settings.of(Map.of("address", "nowhere", "tls", "/tls")))
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> Settings.of(Map.of("address", "h:99999", "tls", "/tls")))
                .hasMessageContaining("h:99999");
    }

    @Test
    void anAddressWithoutKeysIsNone() {
        assertThat(Settings.of(Map.of("address", "h:1")).address()).isEmpty();
    }

    @Test
    void theShippedFileNamesEveryValueAndNoOther() throws Exception {
        List<String> shipped;
        try (Stream<String> lines = Files.lines(Path.of("../../etc/io.edog.peer.cfg"))) {
            shipped = lines.filter(line -> line.contains(" = ") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
        }
        List<String> known = Stream.of(PeerConfig.class.getDeclaredMethods())
                .map(method -> method.getName().replace('_', '.'))
                .toList();
        assertThat(new TreeSet<>(shipped)).isEqualTo(new TreeSet<>(known));
    }
}
