package io.edog.agent.internal.rig;

import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.storage.StorageDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/** Storage whose volumes are {@linkplain BootSector boot sectors}, by name; each guest gets a copy of its own. */
public final class SectorStorage implements StorageDriver {
    private final Path directory;

    public SectorStorage(Path directory) {
        this.directory = directory;
    }

    @Override
    public List<PoolReport> pools() {
        return List.of(new PoolReport("default", "sectors", true, "", 1, 1));
    }

    @Override
    public long ensure(VolumeAssignment assignment, IntConsumer progress) {
        return 0;
    }

    /** The volume {@code IDLE-1} is a guest's own copy of {@link BootSector#IDLE}. */
    @Override
    public GuestImage image(String pool, String tenant, String volume) {
        try {
            BootSector sector = BootSector.valueOf(volume.substring(0, volume.indexOf('-')));
            Path own = Files.createDirectories(directory.resolve(volume));
            return new GuestImage(sector.write(own).toString(), "raw");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
