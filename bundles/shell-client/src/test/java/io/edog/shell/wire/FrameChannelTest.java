package io.edog.shell.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Pipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrameChannelTest {
    private Pipe pipe;
    private FrameChannel frames;

    @BeforeEach
    void open() throws IOException {
        pipe = Pipe.open();
        frames = new FrameChannel(new BothEnds(pipe));
    }

    @AfterEach
    void close() throws IOException {
        frames.close();
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        frames.write(Frame.of(FrameType.OUT, "grün"));
        frames.write(new Request(true, "edog:vm-list").frame());
        frames.write(Frame.exit(4));
        assertThat(frames.read().orElseThrow().text()).isEqualTo("grün");
        assertThat(Request.of(frames.read().orElseThrow())).isEqualTo(new Request(true, "edog:vm-list"));
        assertThat(frames.read().orElseThrow().exitCode()).isEqualTo(4);
    }

    @Test
    void theEndBetweenFramesIsAnEnd() throws IOException {
        pipe.sink().close();
        assertThat(frames.read()).isEmpty();
    }

    @Test
    void theEndWithinAFrameIsACut() throws IOException {
        pipe.sink().write(ByteBuffer.wrap(new byte[] {'O', 0, 0}));
        pipe.sink().close();
        assertThatThrownBy(frames::read).isInstanceOf(EOFException.class);
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        pipe.sink().write(ByteBuffer.wrap("GET / HTTP/1.1\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThatThrownBy(frames::read).isInstanceOf(IOException.class).hasMessageContaining("not a frame");
    }

    @Test
    void aFrameTooLargeIsRefusedBeforeItIsRead() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(5);
        header.put((byte) 'C').putInt(Integer.MAX_VALUE).flip();
        pipe.sink().write(header);
        assertThatThrownBy(frames::read).isInstanceOf(IOException.class).hasMessageContaining("not allowed");
    }

    private record BothEnds(Pipe pipe) implements ByteChannel {
        @Override
        public int read(ByteBuffer to) throws IOException {
            return pipe.source().read(to);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return pipe.sink().write(from);
        }

        @Override
        public boolean isOpen() {
            return pipe.source().isOpen();
        }

        @Override
        public void close() throws IOException {
            pipe.sink().close();
            pipe.source().close();
        }
    }
}
