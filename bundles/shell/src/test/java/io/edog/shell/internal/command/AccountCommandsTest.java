package io.edog.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.model.User;
import io.edog.shell.internal.FakeAccounts;
import io.edog.shell.internal.FakeCluster;
import io.edog.shell.internal.Samples;
import io.edog.shell.internal.TestShell;
import io.edog.shell.internal.socket.Ran;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountCommandsTest {
    private final FakeCluster cluster = new FakeCluster();
    private final FakeAccounts accounts = new FakeAccounts(cluster);
    private TestShell shell = TestShell.of(cluster, accounts);

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void aPasswordIsReadFromStandardInput() {
        Ran ran = Ran.in(shell, "edog:user-create ann --role administrator --role user", "s3cret pass\nmore\n");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("ann").doesNotContain("s3cret");
        assertThat(accounts.passwords).containsEntry("ann", "s3cret pass");
        Ran changed = Ran.in(shell, "edog:user-password ann", "other\n");
        assertThat(changed.code()).isZero();
        assertThat(accounts.passwords).containsEntry("u-ann", "other");
    }

    @Test
    void noPasswordIsAMistake() {
        assertThat(Ran.in(shell, "edog:user-create ann").code()).isEqualTo(2);
        assertThat(Ran.in(shell, "edog:user-create ann", "\n").code()).isEqualTo(2);
        assertThat(Ran.in(shell, "edog:user-create ann s3cret").code()).isEqualTo(2);
        assertThat(accounts.passwords).isEmpty();
    }

    @Test
    void aManagerThatDoesNotServeCreatesNobody() {
        cluster.servesNot("this manager is starting");
        Ran ran = Ran.in(shell, "edog:user-create ann", "s3cret pass\n");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("this manager is starting");
        assertThat(accounts.passwords).isEmpty();
    }

    @Test
    void usersAreListedWithoutHashes() {
        cluster.put(new User("u1", "default", "ann", "$argon2", Set.of("user"), true, Samples.THEN));
        assertThat(Ran.in(shell, "edog:user-list").out()).contains("ann", "user", "yes");
        assertThat(Ran.in(shell, "edog:user-list --json").out())
                .contains("\"roles\":[\"user\"]")
                .doesNotContain("argon2");
    }

    @Test
    void withoutAccountsNobodyGetsIn() {
        shell.close();
        shell = TestShell.of(cluster, null);
        Ran ran = Ran.in(shell, "edog:vm-list");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).startsWith("error: The rbac feature is not installed.");
    }

    @Test
    void withoutTheManagerNothingIsReachable() {
        shell.close();
        shell = TestShell.of(null, accounts);
        Ran ran = Ran.in(shell, "edog:vm-list --json");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("\"status\":503");
    }

    @Test
    void whatCannotBeMeantIsAMistake() {
        assertThat(Ran.in(shell, "edog:vm-lsit").code()).isEqualTo(2);
        assertThat(Ran.in(shell, "edog:vm-list --jsno").code()).isEqualTo(2);
        assertThat(Ran.in(shell, "edog:vm-list too much").code()).isEqualTo(2);
        assertThat(Ran.in(shell, "edog:vm-show").code()).isEqualTo(2);
        assertThat(Ran.in(shell, "edog:vm-show 'demo").code()).isEqualTo(2);
        assertThat(Ran.in(shell, "edog:vm-stop demo --grace soon").code()).isEqualTo(2);
    }

    @Test
    void helpIsNoFailure() {
        Ran ran = Ran.in(shell, "edog:vm-stop --help");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("--grace", "--force", "Name or id of the VM");
    }
}
