package io.edog.shell.internal.socket;

import io.edog.shell.internal.call.Person;
import io.edog.shell.wire.Frame;
import io.edog.shell.wire.FrameType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A command's input: asked of the client line by line and only when wanted, so that a client in a shell's loop does not
 * swallow what the loop reads.
 */
final class ClientInput extends InputStream implements Person {

    private final boolean present;
    private final FrameSender sender;
    private final BlockingQueue<Frame> answers = new LinkedBlockingQueue<>(1);
    private byte[] line = new byte[0];
    private int position;
    private boolean ended;

    ClientInput(boolean present, FrameSender sender) {
        this.present = present;
        this.sender = sender;
    }

    /** What the client answered; an answer nobody asked for is dropped. */
    void answered(Frame frame) {
        answers.offer(frame);
    }

    @Override
    public boolean present() {
        return present;
    }

    @Override
    public Optional<String> line(String prompt) throws IOException {
        return ask(FrameType.ASK, prompt);
    }

    @Override
    public Optional<String> secret(String prompt) throws IOException {
        return ask(FrameType.ASK_SECRET, prompt);
    }

    @Override
    public int read() throws IOException {
        if (position == line.length && !fill()) {
            return -1;
        }
        return Byte.toUnsignedInt(line[position++]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == line.length && !fill()) {
            return -1;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, bytes, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        Optional<String> next = ended ? Optional.empty() : line("");
        ended = next.isEmpty();
        line = next.map(text -> (text + "\n").getBytes(StandardCharsets.UTF_8)).orElse(new byte[0]);
        position = 0;
        return !ended;
    }

    /** Waits as long as the command may run: the server interrupts it then. */
    private Optional<String> ask(FrameType question, String prompt) throws IOException {
        sender.send(Frame.of(question, prompt));
        try {
            Frame answer = answers.take();
            return answer.type() == FrameType.LINE ? Optional.of(answer.text()) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for input");
        }
    }
}
