package io.edog.cluster.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;

/** A process of its own, for a voter that is stopped: how much its disk knows. */
public final class VoterDisk {
    private VoterDisk() {}

    /**
     * Writes the number of the last transaction that is logged.
     *
     * @param args the voter's directory of data, and the file to write
     */
    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        FileTxnSnapLog disk = new FileTxnSnapLog(data.toFile(), data.toFile());
        try {
            Files.writeString(Path.of(args[1]), Long.toUnsignedString(disk.getLastLoggedZxid()) + "\n");
        } finally {
            disk.close();
        }
    }
}
