package io.edog.storage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.bus.VolumeAssignment;
import io.edog.api.storage.StorageDriver;
import io.edog.api.storage.StorageException;
import io.edog.testkit.storage.StorageDriverContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on real files with the real qemu-img, and what only files have. */
class DirStorageTest extends StorageDriverContract {
    private static final long MIB = 1024L * 1024;

    @TempDir
    Path directory;

    private DirStorage driver;

    @BeforeEach
    void open() {
        driver = TestStorage.open("default:dir:" + directory.resolve("pool"), "");
    }

    @Override
    protected StorageDriver driver() {
        return driver;
    }

    @Override
    protected String pool() {
        return "default";
    }

    @Override
    protected String importable(long sizeBytes) {
        return raw("source.img", sizeBytes).toString();
    }

    @Test
    void aVolumeLiesWhereOperatorsLookForIt() {
        VolumeAssignment volume = empty(UUID.randomUUID().toString(), 8 * MIB);
        driver.ensure(volume, percent -> {});

        assertThat(directory.resolve("pool/edog_default").resolve(volume.id()).resolve("disk.qcow2"))
                .isRegularFile();
    }

    @Test
    void aCloneNamesItsTemplateByARelativePath() {
        VolumeAssignment template = template(UUID.randomUUID().toString(), importable(8 * MIB));
        VolumeAssignment clone = clone(UUID.randomUUID().toString(), template.id());
        driver.ensure(template, percent -> {});
        driver.ensure(clone, percent -> {});

        Path image = Path.of(driver.image("default", "default", clone.id()).path());
        assertThat(qemuImg().info(image).backingFile()).hasValue("../templates/" + template.id() + "/image.qcow2");
    }

    @Test
    void whatAnEarlierTryLeftIsRemoved() throws IOException {
        VolumeAssignment volume = empty(UUID.randomUUID().toString(), 8 * MIB);
        Path dir =
                Files.createDirectories(directory.resolve("pool/edog_default").resolve(volume.id()));
        Files.writeString(dir.resolve("abc.unfinished"), "half");

        driver.ensure(volume, percent -> {});

        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).containsExactly(dir.resolve("disk.qcow2"));
        }
    }

    @Test
    void aFailedImportLeavesNothingBehind() throws IOException {
        VolumeAssignment template = template(UUID.randomUUID().toString(), "/etc");

        assertThatThrownBy(() -> driver.ensure(template, percent -> {})).isInstanceOf(StorageException.class);

        try (Stream<Path> left =
                Files.list(directory.resolve("pool/edog_default/templates").resolve(template.id()))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void anImageThatRefersToAnotherFileIsRefused() {
        Path overlay = directory.resolve("overlay.qcow2");
        Path base = directory.resolve("base.qcow2");
        qemuImg().create(base, 8 * MIB);
        qemuImg().createClone(overlay, base, java.util.OptionalLong.empty());

        assertRefused(overlay.toString(), "backing file").hasMessageContaining("qemu-img convert");
    }

    @Test
    void anImageWithItsDataElsewhereIsRefused() {
        Path image = directory.resolve("external.qcow2");
        new Command(
                        List.of(
                                "qemu-img",
                                "create",
                                "-q",
                                "-f",
                                "qcow2",
                                "-o",
                                "data_file=" + directory.resolve("external.raw"),
                                image.toString(),
                                "8M"),
                        Duration.ofSeconds(30))
                .run(piece -> {});

        assertRefused(image.toString(), "data file");
    }

    @Test
    void aFormatThatCanNameOtherFilesIsRefused() {
        Path image = directory.resolve("disk.vmdk");
        new Command(List.of("qemu-img", "create", "-q", "-f", "vmdk", image.toString(), "8M"), Duration.ofSeconds(30))
                .run(piece -> {});

        assertRefused(image.toString(), "vmdk");
    }

    @Test
    void aPathThatIsNoFileIsRefusedWithACure() {
        assertRefused("relative.img", "whole path");
        assertRefused(directory.toString(), "not a regular file");
        assertRefused(directory.resolve("absent").toString(), "copy the image here first");
        assertRefused("/a\0b", "not one");
    }

    @Test
    void importsCanBeKeptToSomeDirectories() throws IOException {
        Path allowed = Files.createDirectories(directory.resolve("allowed"));
        Path link = Files.createSymbolicLink(allowed.resolve("link.img"), raw("secret.img", MIB));
        driver = TestStorage.open("default:dir:" + directory.resolve("pool"), allowed.toString());

        assertRefused(link.toString(), "importDirs");
    }

    @Test
    void anIdCanNotLeaveThePool() {
        assertThatThrownBy(() -> driver.image("default", "default", "../../x"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("path");
    }

    @Test
    void aPoolThatCanNotBeMadeSaysWhy() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        driver = TestStorage.open("default:dir:" + file.resolve("pool"), "");

        assertThat(driver.pools()).singleElement().satisfies(pool -> {
            assertThat(pool.usable()).isFalse();
            assertThat(pool.detail()).contains(file.toString());
        });
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ?> assertRefused(String path, String why) {
        return assertThatThrownBy(() -> driver.ensure(template(UUID.randomUUID().toString(), path), percent -> {}))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(why);
    }

    private Path raw(String name, long sizeBytes) {
        try {
            Path file = directory.resolve(name);
            byte[] content = new byte[Math.toIntExact(sizeBytes)];
            content[0] = 1;
            return Files.write(file, content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static QemuImg qemuImg() {
        return new QemuImg("qemu-img", Duration.ofSeconds(30), Duration.ofMinutes(1));
    }
}
