package io.edog.agent.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.agent.internal.record.RunRecord.SeenStop;
import io.edog.api.bus.EndCause;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.model.StopRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRecordsTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final DomainKey KEY = new DomainKey("6a0b0a3e-0000-4000-8000-000000000001", 7);

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsThereInTheNextLife() {
        RunRecord record = RunRecord.intent(KEY, "boot", AT)
                .withProcess(new GuestProcess(42, 4711))
                .withResumed()
                .withOrder("task-1")
                .withStop(new SeenStop(new StopRequest(30, false, AT), AT))
                .ended(new Ending(EndCause.SHUTDOWN, "off", AT));
        new FileRecords(directory).write(RunRecord.intent(KEY, "boot", AT));
        new FileRecords(directory).write(record);
        new FileRecords(directory).write(new SeenMark(new Epoch(3), new Index(9)));

        assertThat(new FileRecords(directory).runs()).containsExactly(record);
        assertThat(new FileRecords(directory).seen()).isEqualTo(new SeenMark(new Epoch(3), new Index(9)));
    }

    @Test
    void atFirstThereIsNothing() {
        assertThat(new FileRecords(directory).runs()).isEmpty();
        assertThat(new FileRecords(directory).seen()).isEqualTo(SeenMark.NONE);
    }

    @Test
    void whatIsForgottenIsGone() {
        FileRecords records = new FileRecords(directory);
        records.write(RunRecord.intent(KEY, "boot", AT));
        records.forget(KEY);
        records.forget(KEY);

        assertThat(records.runs()).isEmpty();
    }

    @Test
    void aDamagedRecordStillMeansThatTheRunWasBegun() throws IOException {
        FileRecords records = new FileRecords(directory);
        records.write(RunRecord.intent(KEY, "boot", AT));
        Files.writeString(directory.resolve("runs").resolve(KEY.vm() + ".7.json"), "{\"vm\":");

        assertThat(records.runs())
                .singleElement()
                .matches(record -> record.key().equals(KEY));
    }

    @Test
    void anUnfinishedFileIsNoRecord() throws IOException {
        FileRecords records = new FileRecords(directory);
        Files.writeString(directory.resolve("runs").resolve(KEY.vm() + ".7.json.new"), "{");

        assertThat(records.runs()).isEmpty();
    }

    @Test
    void whatCanNotBeWrittenIsSaid() throws IOException {
        FileRecords records = new FileRecords(directory);
        Files.delete(directory.resolve("runs"));

        assertThatThrownBy(() -> records.write(RunRecord.intent(KEY, "boot", AT)))
                .isInstanceOf(RecordException.class)
                .hasMessageContaining("can't write");
    }
}
