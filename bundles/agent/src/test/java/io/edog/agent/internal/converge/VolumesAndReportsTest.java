package io.edog.agent.internal.converge;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.bus.HostReport;
import io.edog.api.bus.VolumeAssignment;
import io.edog.api.bus.VolumeAssignment.Target;
import io.edog.api.bus.VolumeReport;
import io.edog.api.bus.VolumeReport.Progress;
import io.edog.api.model.Power;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes are made, and the managers hear of everything. */
class VolumesAndReportsTest {
    @TempDir
    Path directory;

    private AgentRig rig;

    @BeforeEach
    void open() {
        rig = new AgentRig(directory);
        rig.settle();
    }

    @Test
    void aVolumeIsMadeAndItsSizeSaid() {
        rig.assignVolumes(volume("volume-1", 4096));

        VolumeReport report = volume("volume-1");
        assertThat(report.state()).isEqualTo(Progress.DONE);
        assertThat(report.sizeBytes()).isEqualTo(4096);
    }

    @Test
    void whatCanNotBeMadeFailsWithTheReason() {
        rig.assignVolumes(volume("volume-1", 0));

        assertThat(volume("volume-1").state()).isEqualTo(Progress.FAILED);
        assertThat(volume("volume-1").detail()).contains("no size");
    }

    @Test
    void withoutTheStorageFeatureItWaitsAndGoesOnWhenThatIsBack() {
        rig.unplugStorage();
        rig.assignVolumes(volume("volume-1", 4096));
        assertThat(volume("volume-1").state()).isEqualTo(Progress.WAITING);
        assertThat(volume("volume-1").detail()).isEqualTo("the storage feature is not installed on this host");
        assertThat(rig.report().pools()).noneMatch(pool -> pool.usable());

        rig.storage.set(rig.disks);
        assertThat(volume("volume-1").state()).isEqualTo(Progress.DONE);
        rig.pass(Duration.ofSeconds(3));
        assertThat(rig.report().pools()).singleElement().matches(pool -> pool.usable());
    }

    @Test
    void onlyAFewAreMadeAtATime() {
        rig.offerVolumes(volume("volume-1", 1), volume("volume-2", 2), volume("volume-3", 3));
        rig.settleWithout("volume");
        rig.clock.advance(Duration.ofSeconds(3));
        rig.settleWithout("volume");

        assertThat(rig.bus.last().orElseThrow().volumes())
                .extracting(VolumeReport::state)
                .containsExactly(Progress.WORKING, Progress.WORKING, Progress.WAITING);
        rig.settle();
        assertThat(rig.report().volumes()).extracting(VolumeReport::state).containsOnly(Progress.DONE);
    }

    @Test
    void aReportIsSentEachHeartbeatAndItsNumberRises() {
        int before = rig.bus.reports().size();
        rig.pass(Duration.ofSeconds(10));

        assertThat(rig.bus.reports().size() - before).isBetween(4, 6);
        assertThat(rig.bus.reports())
                .extracting(HostReport::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(rig.report().memoryMiB()).isPositive();
    }

    @Test
    void reportsThatDidNotArriveAreSentAgain() {
        rig.bus.cut("no leader");
        rig.assign(AgentRig.guest(7, Power.RUNNING));
        int before = rig.bus.reports().size();
        rig.pass(Duration.ofSeconds(5));
        assertThat(rig.bus.reports()).hasSize(before);

        rig.bus.mend();
        rig.pass(Duration.ofSeconds(3));
        assertThat(rig.bus.last().orElseThrow().guest(AgentRig.VM, 7)).isPresent();
    }

    @Test
    void theLastReportSaysSo() {
        rig.leave();

        assertThat(rig.bus.last().orElseThrow().leaving()).isTrue();
    }

    private VolumeReport volume(String id) {
        return rig.report().volume(id, Target.VOLUME).orElseThrow();
    }

    private static VolumeAssignment volume(String id, long size) {
        return new VolumeAssignment(id, "default", "default", Target.VOLUME, size, Optional.empty(), Optional.empty());
    }
}
