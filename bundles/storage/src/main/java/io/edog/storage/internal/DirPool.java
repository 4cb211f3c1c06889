package io.edog.storage.internal;

import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.storage.StorageDriver.GuestImage;
import io.edog.api.storage.StorageException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** A pool that is a directory of qcow2 files. */
final class DirPool {
    private final PoolSpec spec;
    private final PoolLayout layout;
    private final ImageMaker maker;

    DirPool(PoolSpec spec, String cluster, QemuImg qemuImg, ImportSource imports) {
        this.spec = spec;
        this.layout = new PoolLayout(spec.root(), cluster);
        this.maker = new ImageMaker(layout, qemuImg, imports);
    }

    PoolReport report() {
        try {
            Durable.directories(spec.root(), spec.root());
            FileStore store = Files.getFileStore(spec.root());
            boolean usable = Files.isWritable(spec.root());
            String detail = usable ? "" : spec.root() + " can't be written to; look at its owner and mount options";
            return new PoolReport(spec.name(), "dir", usable, detail, store.getTotalSpace(), store.getUsableSpace());
        } catch (IOException e) {
            return new PoolReport(spec.name(), "dir", false, "can't use " + spec.root() + ": " + reason(e), 0, 0);
        }
    }

    long ensure(VolumeAssignment assignment, IntConsumer progress) {
        Path image = imageOf(assignment);
        try {
            return switch (assignment.target()) {
                case VOLUME, TEMPLATE -> maker.make(assignment, image, progress);
                case NO_VOLUME, NO_TEMPLATE -> {
                    Durable.delete(Paths.parent(image));
                    yield 0L;
                }
            };
        } catch (IOException e) {
            throw new StorageException("pool " + spec.name() + ": " + reason(e), e);
        }
    }

    GuestImage image(String tenant, String volume) {
        Path image = layout.volume(tenant, volume);
        if (!Files.isReadable(image)) {
            throw new StorageException(
                    "volume " + volume + " is not in pool " + spec.name() + " of this host: there is no " + image);
        }
        return new GuestImage(image.toString(), "qcow2");
    }

    private Path imageOf(VolumeAssignment assignment) {
        return switch (assignment.target()) {
            case VOLUME, NO_VOLUME -> layout.volume(assignment.tenant(), assignment.id());
            case TEMPLATE, NO_TEMPLATE -> layout.template(assignment.tenant(), assignment.id());
        };
    }

    /** Java's exceptions on files often carry no more than the path. */
    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
