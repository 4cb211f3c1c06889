package io.edog.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.bus.VolumeAssignment.CloneOf;
import io.edog.api.bus.VolumeAssignment.Target;
import io.edog.api.storage.StorageDriver;
import io.edog.api.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every storage driver must do. */
public abstract class StorageDriverContract {
    private static final long MIB = 1024L * 1024;
    private static final String TENANT = "default";

    /** The driver under test. */
    protected abstract StorageDriver driver();

    /** A pool of it that can be used. */
    protected abstract String pool();

    /** The path of a file that can be imported. */
    protected abstract String importable(long sizeBytes);

    @Test
    void anEmptyVolumeHasTheSizeAskedFor() {
        String id = id();

        assertThat(ensure(empty(id, 64 * MIB))).isEqualTo(64 * MIB);
        assertThat(driver().image(pool(), TENANT, id).path()).isNotBlank();
    }

    @Test
    void doneTwiceIsDoneOnce() {
        VolumeAssignment volume = empty(id(), 64 * MIB);

        assertThat(ensure(volume)).isEqualTo(ensure(volume));
    }

    @Test
    void aTemplateIsImportedAndItsClonesHaveItsSize() {
        VolumeAssignment template = template(id(), importable(32 * MIB));
        VolumeAssignment clone = clone(id(), template.id());

        assertThat(ensure(template)).isEqualTo(32 * MIB);
        assertThat(ensure(clone)).isEqualTo(32 * MIB);
        assertThat(driver().image(pool(), TENANT, clone.id()).format()).isEqualTo("qcow2");
    }

    @Test
    void aCloneMayBeLargerThanItsTemplate() {
        VolumeAssignment template = template(id(), importable(32 * MIB));
        ensure(template);

        assertThat(ensure(assignment(id(), Target.VOLUME, 48 * MIB, Optional.of(template.id()), Optional.empty())))
                .isEqualTo(48 * MIB);
    }

    @Test
    void whatIsRemovedIsGoneAndCanBeRemovedAgain() {
        String id = id();
        ensure(empty(id, 64 * MIB));

        assertThat(ensure(target(id, Target.NO_VOLUME))).isZero();
        assertThat(ensure(target(id, Target.NO_VOLUME))).isZero();
        assertThat(ensure(target(id, Target.NO_TEMPLATE))).isZero();
        assertThatThrownBy(() -> driver().image(pool(), TENANT, id)).isInstanceOf(StorageException.class);
    }

    @Test
    void aVolumeAndATemplateOfOneIdAreTwoThings() {
        String id = id();
        ensure(empty(id, 64 * MIB));
        ensure(target(id, Target.NO_TEMPLATE));

        assertThat(driver().image(pool(), TENANT, id)).isNotNull();
    }

    @Test
    void progressEndsAtHundred() {
        List<Integer> seen = new ArrayList<>();
        driver().ensure(template(id(), importable(32 * MIB)), seen::add);

        assertThat(seen).isSorted().last().isEqualTo(100);
    }

    @Test
    void whatCanNotBeDoneIsSaid() {
        assertThatThrownBy(() -> ensure(clone(id(), id()))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> ensure(template(id(), "/no/such/file"))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> ensure(target(id(), Target.VOLUME))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> driver().image("elsewhere", TENANT, id()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("elsewhere");
    }

    @Test
    void aPoolSaysWhatItHolds() {
        PoolReport report = driver().pools().stream()
                .filter(it -> it.id().equals(pool()))
                .findFirst()
                .orElseThrow();

        assertThat(report.usable()).isTrue();
        assertThat(report.freeBytes()).isBetween(1L, report.capacityBytes());
    }

    private long ensure(VolumeAssignment assignment) {
        return driver().ensure(assignment, percent -> {});
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    /** An empty volume. */
    protected final VolumeAssignment empty(String id, long sizeBytes) {
        return assignment(id, Target.VOLUME, sizeBytes, Optional.empty(), Optional.empty());
    }

    /** A template from a file. */
    protected final VolumeAssignment template(String id, String file) {
        return assignment(id, Target.TEMPLATE, 0, Optional.empty(), Optional.of(file));
    }

    /** A linked clone. */
    protected final VolumeAssignment clone(String id, String template) {
        return assignment(id, Target.VOLUME, 0, Optional.of(template), Optional.empty());
    }

    private VolumeAssignment target(String id, Target target) {
        return assignment(id, target, 0, Optional.empty(), Optional.empty());
    }

    private VolumeAssignment assignment(
            String id, Target target, long size, Optional<String> template, Optional<String> file) {
        return new VolumeAssignment(
                id, TENANT, pool(), target, size, template.map(it -> new CloneOf(it, TENANT)), file);
    }
}
