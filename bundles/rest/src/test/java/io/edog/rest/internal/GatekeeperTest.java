package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Index;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Roles;
import io.edog.rest.internal.http.Gatekeeper;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token that another manager gave, and of which this one has yet to hear. */
class GatekeeperTest {
    private static final Index SEEN = new Index(9);

    private final Backends backends = new Backends();
    private final FakeAccounts accounts = new FakeAccounts();
    private final Gatekeeper gatekeeper = new Gatekeeper(backends);

    @BeforeEach
    void aManagerThatIsBehind() {
        backends.accounts = accounts;
        backends.cluster = (ClusterService) Proxy.newProxyInstance(
                ClusterService.class.getClassLoader(), new Class<?>[] {ClusterService.class}, (proxy, method, args) -> {
                    if (method.getName().equals("status")) {
                        return Statuses.of(true, "node2");
                    }
                    boolean reached = args[0].equals(SEEN);
                    if (reached) {
                        accounts.person("bob", Roles.USER);
                    }
                    return CompletableFuture.completedFuture(reached);
                });
    }

    @Test
    void isWaitedForIfTheCallerSaysWhatItSaw() {
        assertThat(gatekeeper.principal("token-bob", Optional.of(SEEN)).name()).isEqualTo("bob");
    }

    @Test
    void isRefusedOtherwise() {
        assertThatThrownBy(() -> gatekeeper.principal("token-bob", Optional.empty()))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> gatekeeper.principal("token-bob", Optional.of(new Index(10))))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> gatekeeper.principal("token-eve", Optional.of(SEEN)))
                .isInstanceOf(ProblemException.class);
    }
}
