package io.edog.manager.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.journal.Index;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineFileTest {
    @TempDir
    private Path directory;

    @Test
    void aRestartKnowsWhyAndWhoMendsItSinceWhen() throws IOException {
        Path file = directory.resolve("out-of-service");
        new QuarantineFile(file).enter("it differed", new Index(41));
        assertThat(Files.readAllLines(file)).containsExactly("it differed", "agreed=41");
        QuarantineFile again = new QuarantineFile(file);
        assertThat(again.reason()).contains("it differed");
        again.clear();
        assertThat(new QuarantineFile(file).reason()).isEmpty();
        assertThat(file).doesNotExist();
    }
}
