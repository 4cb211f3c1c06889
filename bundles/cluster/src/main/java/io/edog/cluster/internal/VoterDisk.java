package io.edog.cluster.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;
import org.apache.zookeeper.server.persistence.Util;

/** A process of its own, for a voter that is stopped: how much its disk knows. */
public final class VoterDisk {
    private VoterDisk() {}

    /**
     * Writes the number of the last transaction that is on the disk; 0 if there is none.
     *
     * @param args the voter's directory of data, and the file to write
     */
    public static void main(String[] args) throws IOException {
        Path data = Path.of(args[0]);
        FileTxnSnapLog disk = new FileTxnSnapLog(data.toFile(), data.toFile());
        try {
            Files.writeString(Path.of(args[1]), Math.max(0, Math.max(disk.getLastLoggedZxid(), snapped(disk))) + "\n");
        } finally {
            disk.close();
        }
    }

    /** One that was sent everything at once has a snapshot and perhaps no log yet. */
    private static long snapped(FileTxnSnapLog disk) throws IOException {
        File newest = disk.findMostRecentSnapshot();
        return newest == null ? 0 : Util.getZxidFromName(newest.getName(), "snapshot");
    }
}
