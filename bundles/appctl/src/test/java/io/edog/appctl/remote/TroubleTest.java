package io.edog.appctl.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.appctl.work.Outcome;
import io.edog.appctl.work.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {
    private static final Target HOST = new Target("a", "10.0.0.1");
    private static final String CHANGED = """
            @    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
            Offending ED25519 key in /root/.ssh/known_hosts:7
            %sHost key verification failed.
            """;

    private static Outcome of(int code, String err) {
        return Trouble.of(HOST, new Finished(code, "", err, false), "edog-node status");
    }

    @Test
    void whoWasNotLetInIsNamed() {
        assertThat(of(255, "Warning: something\nadmin@10.0.0.1: Permission denied (publickey).\n")
                        .cure())
                .contains("ssh-copy-id admin@10.0.0.1;");
    }

    @Test
    void anOldKeyIsForgottenWhereItWasFound() {
        assertThat(of(255, CHANGED.formatted("  remove with:\n  ssh-keygen -f \"/k\" -R \"[10.0.0.1]:22\"\n"))
                        .cure())
                .contains(": ssh-keygen -f \"/k\" -R \"[10.0.0.1]:22\".");
        assertThat(of(255, CHANGED.formatted("")).cure()).contains(": sed -i 7d /root/.ssh/known_hosts.");
        assertThat(of(255, "Host key verification failed.\n").cure()).contains(": ssh-keygen -R 10.0.0.1.");
    }

    @Test
    void aUserWithSudoTooIsToldThatEdogIsNotThere() {
        assertThat(of(1, "sudo: /opt/edog/current/node/edog-node: command not found\n")
                        .cure())
                .contains("appctl cluster deploy a");
    }

    @ParameterizedTest
    @CsvSource({
        "255, ssh: connect to host 10.0.0.1 port 22: No route to host, true",
        "255, ssh: connect to host 10.0.0.1 port 22: Connection timed out, true",
        "255, ssh: connect to host 10.0.0.1 port 22: Connection refused, true",
        "127, sh: 1: edog-node: not found, true",
        "255, root@10.0.0.1: Permission denied (publickey)., false",
        "255, Host key verification failed., false",
        "255, ssh: Could not resolve hostname a: Name or service not known, false",
        "255, kex_exchange_identification: read: Connection reset by peer, false",
        "1, sudo: a password is required, false",
        "3, , false"
    })
    void onlyWhereNothingAnswersIsNothing(int code, String err, boolean nothing) {
        Finished finished = new Finished(code, "", err == null ? "" : err, false);
        assertThat(Trouble.nothingThere(finished)).isEqualTo(nothing);
        assertThat(Trouble.nothingThere(new Finished(code, "", "", true))).isFalse();
    }
}
