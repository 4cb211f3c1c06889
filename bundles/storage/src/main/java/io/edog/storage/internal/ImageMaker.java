package io.edog.storage.internal;

import io.edog.api.bus.VolumeAssignment;
import io.edog.api.bus.VolumeAssignment.CloneOf;
import io.edog.api.storage.StorageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Makes images under a name of their own and gives them theirs when they are complete. Each try has a new name, since an
 * older try's qemu-img may outlive the process that started it.
 */
final class ImageMaker {
    private static final String UNFINISHED = ".unfinished";

    private final PoolLayout layout;
    private final QemuImg qemuImg;
    private final ImportSource imports;

    ImageMaker(PoolLayout layout, QemuImg qemuImg, ImportSource imports) {
        this.layout = layout;
        this.qemuImg = qemuImg;
        this.imports = imports;
    }

    /** Makes an image unless it is there; the size a guest sees. */
    long make(VolumeAssignment assignment, Path image, IntConsumer progress) throws IOException {
        progress.accept(0);
        if (!Files.exists(image)) {
            Durable.directories(layout.root(), Paths.parent(image));
            removeUnfinished(Paths.parent(image));
            Path unfinished = image.resolveSibling(UUID.randomUUID() + UNFINISHED);
            try {
                fill(assignment, unfinished, progress);
                Durable.publish(unfinished, image);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        }
        long size = qemuImg.info(image).virtualSize();
        progress.accept(100);
        return size;
    }

    private void fill(VolumeAssignment assignment, Path into, IntConsumer progress) {
        if (assignment.importFrom().isPresent()) {
            ImportSource.Source source = imports.check(assignment.importFrom().get());
            qemuImg.convert(source.file(), source.format(), into, progress);
        } else if (assignment.cloneOf().isPresent()) {
            clone(assignment, assignment.cloneOf().get(), into);
        } else if (assignment.sizeBytes() > 0) {
            qemuImg.create(into, assignment.sizeBytes());
        } else {
            throw new StorageException("there is neither a size nor a template nor a file to make " + assignment.id()
                    + " from; give one of them");
        }
    }

    private void clone(VolumeAssignment assignment, CloneOf of, Path into) {
        Path template = layout.template(of.tenant(), of.template());
        if (!Files.isReadable(template)) {
            throw new StorageException("template " + of.template() + " is not in pool " + assignment.pool()
                    + " of this host: there is no " + template);
        }
        OptionalLong size = assignment.sizeBytes() > 0 ? OptionalLong.of(assignment.sizeBytes()) : OptionalLong.empty();
        qemuImg.createClone(into, Paths.parent(into).relativize(template), size);
    }

    private static void removeUnfinished(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + UNFINISHED)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
