package io.edog.testkit.store;

import static io.edog.testkit.store.StateStoreContract.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.model.Resource;
import io.edog.api.state.ClusterState;
import io.edog.api.state.StateCodec;
import io.edog.api.state.StateExport;
import io.edog.api.state.StateFormatException;
import io.edog.api.state.StateHeader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateCodecTest {
    private final History history = new History();

    private byte[] exported() throws IOException {
        if (history.state().index().value() == 0) {
            history.put(Samples.all().toArray(Resource[]::new));
            RandomHistory random = new RandomHistory(20261125, history);
            IntStream.range(0, 40).forEach(i -> random.next());
        }
        return write(history.state());
    }

    private static byte[] write(ClusterState state) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StateCodec.write(state, out, "rig", Samples.AT);
        return out.toByteArray();
    }

    private static StateExport read(byte[] bytes) throws IOException {
        return StateCodec.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void aStateComesBackAsItWas() throws IOException {
        StateExport export = read(exported());
        assertSame(export.state(), history.state());
        assertThat(export.header().cluster()).isEqualTo("rig");
        assertThat(export.header().at()).isEqualTo(Samples.AT);
        assertThat(export.header().place()).isEqualTo(history.state().index());
        assertSame(read(write(ClusterState.empty())).state(), ClusterState.empty());
    }

    @Test
    void theHeaderCanBeReadAlone() throws IOException {
        byte[] bytes = exported();
        StateHeader header = StateCodec.readHeader(new ByteArrayInputStream(bytes));
        assertThat(header).isEqualTo(read(bytes).header());
        assertThat(header.stateHash()).isEqualTo(history.state().hash());
    }

    @Test
    void theSameStateGivesTheSameBytes() throws IOException {
        assertThat(exported()).isEqualTo(exported());
    }

    @Test
    void anyCutIsNoticed() throws IOException {
        byte[] whole = exported();
        new Random(1)
                .ints(50, 0, whole.length)
                .forEach(length -> assertThatThrownBy(() -> read(Arrays.copyOf(whole, length)))
                        .isInstanceOf(StateFormatException.class));
    }

    @Test
    void anyFlippedBitIsNoticedOrHarmless() throws IOException {
        byte[] whole = exported();
        new Random(2).ints(200, 10, whole.length).forEach(at -> {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << (at % 8));
            try { // gzip has bits that mean nothing, such as those that fill its last byte
                assertThat(read(damaged).state().hash())
                        .isEqualTo(history.state().hash());
            } catch (StateFormatException noticed) {
                assertThat(noticed.getMessage()).isNotEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{}"})
    void somethingElseIsNoState(String text) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(StateFormatException.class);
        assertThatThrownBy(() -> read(gzip(text))).isInstanceOf(StateFormatException.class);
        assertThatThrownBy(() -> read(gzip(text + "\n"))).isInstanceOf(StateFormatException.class);
    }

    @Test
    void aNewerFormatIsRefusedInSoManyWords() throws IOException {
        byte[] newer = resealed(text -> text.replaceFirst("\"format\":1", "\"format\":2"));
        assertThatThrownBy(() -> read(newer))
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining("it is of format 2, this version knows 1");
        assertThatThrownBy(() -> StateCodec.readHeader(new ByteArrayInputStream(newer)))
                .isInstanceOf(StateFormatException.class);
    }

    @Test
    void whatWasSealedWrongIsRefused() throws IOException {
        assertRefused(text -> text.replaceFirst("\"ann\"", "\"eve\""), "state hash");
        assertRefused(text -> text.replaceFirst("\"hash\":\"..", "\"hash\":\"zz"), "state hash");
        assertRefused(StateCodecTest::withoutSecondLine, "not a whole state");
        assertRefused(StateCodecTest::secondLineTwice, "not a whole state");
        assertRefused(text -> text.replaceFirst("\"index\":\\d+", "\"index\":-1"), "no proper header");
    }

    @Test
    void aWrongSealOrSomethingAfterItIsRefused() throws IOException {
        String text = text(exported());
        assertThatThrownBy(() -> read(gzip(text.replace("\"sha256\":\"", "\"sha256\":\"0"))))
                .hasMessageContaining("SHA-256");
        assertThatThrownBy(() -> read(gzip(text + "{}\n"))).hasMessageContaining("something follows");
    }

    private void assertRefused(UnaryOperator<String> change, String why) throws IOException {
        byte[] changed = resealed(change);
        assertThatThrownBy(() -> read(changed))
                .isInstanceOf(StateFormatException.class)
                .hasMessageContaining(why);
    }

    private static String withoutSecondLine(String text) {
        List<String> lines = text.lines().toList();
        return lines.get(0) + "\n" + String.join("\n", lines.subList(2, lines.size())) + "\n";
    }

    private static String secondLineTwice(String text) {
        List<String> lines = text.lines().toList();
        return lines.get(0) + "\n" + lines.get(1) + "\n" + String.join("\n", lines.subList(1, lines.size() - 1)) + "\n";
    }

    /** A changed export whose last line fits, as if it had been written so. */
    private byte[] resealed(UnaryOperator<String> change) throws IOException {
        String text = text(exported());
        String body = change.apply(text.substring(0, text.lastIndexOf("{\"sha256\"")));
        return gzip(body + "{\"sha256\":\"" + sha256(body) + "\"}\n");
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] compressed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
