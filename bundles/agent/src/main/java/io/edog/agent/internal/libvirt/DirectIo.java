package io.edog.agent.internal.libvirt;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Tells whether a disk can be used past the host's page cache, as live migration and honest flushes want it. */
final class DirectIo {
    /** Whether the file's file system knows O_DIRECT; some in memory or over the network do not. */
    boolean possible(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, ExtendedOpenOption.DIRECT)) {
            return channel.isOpen();
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
