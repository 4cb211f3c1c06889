package io.edog.shell.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.shell.wire.Frame;
import io.edog.shell.wire.FrameChannel;
import io.edog.shell.wire.FrameType;
import io.edog.shell.wire.Request;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private Path socket;
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        socket = directory.resolve("s");
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void outputAndCodeComeThrough() {
        var command = serve(channel -> {
            Request request = Request.of(channel.read().orElseThrow());
            channel.write(Frame.of(FrameType.OUT, "out"));
            channel.write(Frame.of(FrameType.ERR, "err"));
            channel.write(Frame.exit(4));
            return request;
        });
        assertThat(run("", "edog:vm-show", "demo")).isEqualTo(4);
        assertThat(command.join()).isEqualTo(new Request(false, "edog:vm-show demo"));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("out");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("err");
    }

    @Test
    void aLineIsReadOnlyWhenAskedFor() {
        var lines = serve(channel -> {
            channel.read();
            channel.write(Frame.of(FrameType.ASK_SECRET, "Password: "));
            String first = channel.read().orElseThrow().text();
            channel.write(Frame.of(FrameType.ASK, ""));
            FrameType end = channel.read().orElseThrow().type();
            channel.write(Frame.exit(0));
            return first + end;
        });
        assertThat(run("geheim\r\n", "edog:user-create", "ann")).isZero();
        assertThat(lines.join()).isEqualTo("geheimNO_LINE");
        assertThat(out.size()).isZero();
    }

    @Test
    void nobodyThereIsUnreachable() throws IOException {
        server.close();
        assertThat(run("", "edog:vm-list")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("does not answer")
                .contains("cure:");
    }

    @Test
    void aCutConnectionIsNoSuccess() {
        serve(channel -> {
            channel.read();
            channel.write(Frame.of(FrameType.OUT, "half"));
            return "";
        });
        assertThat(run("", "edog:vm-list")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("ended before the command did");
    }

    @Test
    void noCommandIsAMistake() {
        assertThat(Main.run(new String[] {socket.toString()}, terminal("", out)))
                .isEqualTo(2);
    }

    @Test
    void aReaderThatLeavesEndsIt() {
        serve(channel -> {
            channel.read();
            channel.write(Frame.of(FrameType.OUT, "much"));
            channel.read();
            return "";
        });
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThat(Main.run(new String[] {socket.toString(), "x"}, terminal("", closed)))
                .isEqualTo(1);
    }

    private int run(String input, String... command) {
        String[] arguments = new String[command.length + 1];
        arguments[0] = socket.toString();
        System.arraycopy(command, 0, arguments, 1, command.length);
        return Main.run(arguments, terminal(input, out));
    }

    private Terminal terminal(String input, OutputStream stdout) {
        return new Terminal(null, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), stdout, err);
    }

    private interface Server<T> {
        T serve(FrameChannel channel) throws IOException;
    }

    private <T> CompletableFuture<T> serve(Server<T> behaviour) {
        return CompletableFuture.supplyAsync(() -> {
            try (FrameChannel channel = new FrameChannel(server.accept())) {
                return behaviour.serve(channel);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
