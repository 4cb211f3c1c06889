package io.edog.cluster.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.bus.BusException;
import io.edog.api.json.Json;
import io.edog.testkit.bus.BusSamples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PayloadTest {
    @Test
    void aSmallTextIsReadableAsItLies() {
        String text = "{\"host\":\"örtlich\"}";
        byte[] wire = Payload.pack(text, "it");
        assertThat(new String(wire, StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(Payload.unpack(wire)).isEqualTo(text);
    }

    @Test
    void aLargeTextIsCompressed() {
        String text = "{\"host\":\"" + "ö".repeat(1_000_000) + "\"}";
        byte[] wire = Payload.pack(text, "it");
        assertThat(wire).hasSizeLessThan(10_000);
        assertThat(Payload.unpack(wire)).isEqualTo(text);
    }

    @Test
    void tooLargeIsRefusedWithBothSizes() {
        String text = Json.write(BusSamples.noise("a", 1, 2_000_000));
        assertThatThrownBy(() -> Payload.pack(text, "the report of host a"))
                .isInstanceOf(BusException.class)
                .hasMessageContaining("the report of host a has " + text.length() + " bytes, compressed ");
    }

    @Test
    void aBombDoesNotGoOff() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 65; i++) {
                gzip.write(zeros);
            }
        }
        assertThatThrownBy(() -> Payload.unpack(out.toByteArray())).isInstanceOf(UncheckedIOException.class);
    }
}
