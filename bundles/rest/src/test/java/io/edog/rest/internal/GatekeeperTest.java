package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.edog.api.journal.Index;
import io.edog.api.service.ClusterService;
import io.edog.api.service.ProblemException;
import io.edog.api.service.Roles;
import io.edog.rest.internal.http.Gatekeeper;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token that another manager gave, and of which this one has yet to hear. */
class GatekeeperTest {
    private static final Index SEEN = new Index(9);

    private final Backends backends = new Backends();
    private final FakeAccounts accounts = new FakeAccounts();
    private final Gatekeeper gatekeeper = new Gatekeeper(backends, 4);

    @BeforeEach
    void aManagerThatIsBehind() {
        backends.accounts = accounts;
        backends.cluster = cluster(index -> {
            boolean reached = index.equals(SEEN);
            if (reached) {
                accounts.person("bob", Roles.USER);
            }
            return CompletableFuture.completedFuture(reached);
        });
    }

    private static ClusterService cluster(Function<Index, CompletableFuture<Boolean>> reached) {
        return (ClusterService) Proxy.newProxyInstance(
                ClusterService.class.getClassLoader(),
                new Class<?>[] {ClusterService.class},
                (proxy, method, args) -> method.getName().equals("status")
                        ? Statuses.of(true, "node2")
                        : reached.apply((Index) args[0]));
    }

    @Test
    void isWaitedForIfTheCallerSaysWhatItSaw() {
        assertThat(gatekeeper.principal("token-bob", Optional.of(SEEN)).name()).isEqualTo("bob");
    }

    @Test
    void isWaitedForByFewAtATime() throws Exception {
        CompletableFuture<Boolean> never = new CompletableFuture<>();
        AtomicInteger waiting = new AtomicInteger();
        backends.cluster = cluster(index -> {
            waiting.incrementAndGet();
            return never;
        });
        ExecutorService strangers = Executors.newCachedThreadPool();
        try {
            List<Future<Integer>> answers = IntStream.range(0, 64)
                    .mapToObj(i -> strangers.submit(() -> status("token-eve", SEEN)))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(503);
            }
            assertThat(waiting).hasValueLessThanOrEqualTo(64 / 2);
        } finally {
            strangers.shutdownNow();
        }
    }

    @Test
    void isNotWaitedForIfWhatTheCallerSawIsFarAway() {
        backends.cluster = cluster(index -> {
            throw new AssertionError("waited for " + index);
        });
        assertThat(status("token-eve", new Index(999_999_999))).isEqualTo(503);
    }

    private int status(String token, Index seen) {
        try {
            gatekeeper.principal(token, Optional.of(seen));
        } catch (ProblemException e) {
            return e.problem().status();
        }
        throw new AssertionError("let in");
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
