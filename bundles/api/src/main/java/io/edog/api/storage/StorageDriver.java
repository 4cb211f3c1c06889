package io.edog.api.storage;

import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * One host's storage. Calls may take long, come from worker threads, and are idempotent: done twice is done once, and a
 * call that was cut off is completed by the next.
 */
public interface StorageDriver {
    /** The pools configured on this host, and whether they can be used. */
    List<PoolReport> pools();

    /**
     * Makes it so: a volume or template there, complete and flushed to disk, or gone.
     *
     * @param progress told 0 to 100 now and then
     * @return the size a guest sees, in bytes; 0 for what is gone
     * @throws StorageException if it can't; what was begun is cleaned up or completed by the next call
     */
    long ensure(VolumeAssignment assignment, IntConsumer progress);

    /**
     * How a guest reaches a volume of this host's.
     *
     * @throws StorageException if it is not there
     */
    GuestImage image(String pool, String tenant, String volume);

    /**
     * How a guest reaches a volume.
     *
     * @param path of the file or device
     * @param format {@code qcow2} or {@code raw}
     */
    record GuestImage(String path, String format) {}
}
