package io.edog.shell.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.model.User;
import io.edog.api.service.Principal;
import io.edog.shell.internal.Failure;
import io.edog.shell.internal.FakeAccounts;
import io.edog.shell.internal.FakeCluster;
import io.edog.shell.internal.Samples;
import java.security.PrivilegedAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallersTest {
    private final FakeCluster cluster = new FakeCluster();

    @BeforeEach
    void users() {
        cluster.put(
                new User("u1", "default", "ann", "hash", Set.of("user"), false, Samples.THEN),
                new User("u2", "default", "bob", "hash", Set.of("administrator"), true, Samples.THEN));
    }

    @Test
    void aUserOverSshIsThatUser() {
        Principal ann = as(new UserPrincipal("ann"));
        assertThat(ann.user()).isEqualTo("u1");
        assertThat(ann.administrator()).isFalse();
    }

    @Test
    void aLocalUserIsWhoAccountsSay() {
        assertThat(as(new LocalUser("root")).name()).isEqualTo("local:root");
    }

    @Test
    void nobodyElseIsAnybody() {
        assertThatThrownBy(() -> as(new UserPrincipal("bob"))).as("locked").isInstanceOf(Failure.class);
        assertThatThrownBy(() -> as(new UserPrincipal("karaf"))).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> as(new UserPrincipal("u1"))).as("an id").isInstanceOf(Failure.class);
        assertThatThrownBy(() -> Callers.current(cluster, new FakeAccounts(cluster)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Nobody");
    }

    private Principal as(java.security.Principal who) {
        Subject subject = new Subject(true, Set.of(who), Set.of(), Set.of());
        PrivilegedAction<Principal> action = () -> Callers.current(cluster, new FakeAccounts(cluster));
        return Subject.doAs(subject, action);
    }
}
