package io.edog.rbac.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.command.AccountCommand.CreateUser;
import io.edog.api.model.User;
import io.edog.api.service.Problem;
import io.edog.api.service.Roles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAdministratorTest {
    private final FakeCluster cluster = new FakeCluster();
    private final PasswordHasher hasher = new PasswordHasher(new Argon2Cost(64, 1, 1), new SecureRandom());

    @TempDir
    Path data;

    private Path file() {
        return data.resolve("data/admin-password");
    }

    private FirstAdministrator first() {
        return new FirstAdministrator(
                new PasswordFile(file()), hasher, new PasswordGenerator(new SecureRandom()), Duration.ofSeconds(5));
    }

    @Test
    void makesAdminWithThePasswordInTheFile() throws Exception {
        assertThat(first().step(cluster)).isTrue();

        User admin = cluster.state().list(User.class).get(0);
        assertThat(admin.name()).isEqualTo("admin");
        assertThat(admin.roles()).containsExactly(Roles.ADMINISTRATOR);
        String password = Files.readString(file()).strip();
        assertThat(password).hasSize(20);
        assertThat(hasher.verify(password, Optional.of(admin.passwordHash()))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(file().getParent()).isDirectoryNotContaining(p -> !p.equals(file()));
    }

    @Test
    void doesNothingWhenThereIsAUser() throws Exception {
        first().step(cluster);
        Files.delete(file());

        assertThat(first().step(cluster)).isTrue();
        assertThat(cluster.submitted).hasSize(1);
        assertThat(file()).doesNotExist();
    }

    @Test
    void waitsForALeaderThatServes() throws Exception {
        cluster.serving = false;
        assertThat(first().step(cluster)).isFalse();
        cluster.serving = true;
        cluster.leader = Optional.of("node2");
        assertThat(first().step(cluster)).isFalse();

        assertThat(cluster.submitted).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void usesThePasswordOfAnEarlierAttempt() throws Exception {
        cluster.refuse = Optional.of(Problem.unavailable("no quorum", "wait"));
        assertThat(first().step(cluster)).isFalse();
        String password = Files.readString(file());
        cluster.refuse = Optional.empty();

        assertThat(first().step(cluster)).isTrue();
        assertThat(Files.readString(file())).isEqualTo(password);
    }

    @Test
    void repeatsTheVerySameCommand() throws Exception {
        FirstAdministrator first = first();
        cluster.refuse = Optional.of(Problem.unavailable("no quorum", "wait"));
        first.step(cluster);
        first.step(cluster);

        assertThat(cluster.submitted).hasSize(2).allMatch(CreateUser.class::isInstance);
        assertThat(cluster.submitted.get(0)).isEqualTo(cluster.submitted.get(1));
    }

    @Test
    void takesThePasswordBackWhenAnotherManagerWasFirst() throws Exception {
        cluster.refuse = Optional.of(Problem.taken("name", "user", "admin"));

        assertThat(first().step(cluster)).isTrue();
        assertThat(file()).doesNotExist();
    }

    @Test
    void theComponentKeepsTryingUntilTheClusterIsThere() {
        FirstAdministratorComponent component =
                new FirstAdministratorComponent(Configs.with(Map.of("passwordFile", file().toString())));
        try {
            component.service = cluster;
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !cluster.state().list(User.class).isEmpty());
        } finally {
            component.deactivate();
        }
        assertThat(file()).isNotEmptyFile();
    }
}
