package io.edog.itests.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database holds the hashes of passwords, the journal too: they are nobody's business. */
@ExtendWith(Appliance.Shared.class)
class SecretsIT {
    @Test
    void nobodyElseReadsWhatHoldsThem(Appliance appliance) throws IOException {
        for (String name : List.of("db", "zookeeper/data", "zookeeper/zoo.cfg", "admin-password")) {
            try (Stream<Path> files = Files.walk(appliance.data.resolve(name))) {
                assertThat(files.filter(Files::isRegularFile))
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .endsWith("------"));
            }
        }
    }
}
