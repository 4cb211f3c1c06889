package io.edog.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment.Target;
import io.edog.api.bus.VolumeReport;
import io.edog.api.bus.VolumeReport.Progress;
import io.edog.api.command.Command;
import io.edog.api.command.StorageCommand.CreateVolume;
import io.edog.api.command.StorageCommand.ImportTemplate;
import io.edog.api.model.Reply;
import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.core.Fixture;
import io.edog.core.Settings;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work on volumes and templates while no host can do it. */
class StorageAwayTest {
    private static final String WHY = "the storage feature is not installed on this host";

    private final Fixture f = new Fixture();

    @BeforeEach
    void storageIsKnownAndGoes() {
        f.settle();
        f.pool = new PoolReport("default", "dir", false, WHY, 0, 0);
        f.settle();
    }

    @Test
    void aVolumesTaskSaysWhatItWaitsForAndGoesOnWhenThatIsThere() {
        Reply reply = f.accept(new CreateVolume("disk", Optional.empty(), 1 << 20), Fixture.ADMIN);
        f.settle();
        assertThat(task(reply).message()).isEqualTo("no host can use pool default now (h1: " + WHY + ")");
        assertThat(task(reply).state().finished()).isFalse();

        f.pool = new PoolReport("default", "dir", true, "", 1L << 40, 1L << 39);
        f.volumes.add(new VolumeReport(reply.subject(), Target.VOLUME, Progress.DONE, "", 1 << 20, 100));
        f.settle();
        assertThat(task(reply).state()).isEqualTo(TaskState.SUCCEEDED);
    }

    @Test
    void aTemplatesTaskToo() {
        Command command = new ImportTemplate("tiny", "linux", "1", "/x.qcow2", Optional.empty());
        Reply reply = f.accept(command, Fixture.ADMIN);
        f.settle();
        assertThat(task(reply).message()).contains(WHY);
    }

    @Test
    void aHostThatIsSilentIsNamed() {
        Reply reply = f.accept(new CreateVolume("disk", Optional.empty(), 1 << 20), Fixture.ADMIN);
        f.pass(Settings.DEFAULT.agentTimeout()).settle();
        assertThat(task(reply).message()).contains("h1: it does not answer");
    }

    private Task task(Reply reply) {
        return f.state.find(Task.class, reply.task().orElseThrow()).orElseThrow();
    }
}
