package io.edog.peer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.command.VmCommand.StartVm;
import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.member.Member;
import io.edog.api.service.Principal;
import io.edog.testkit.keys.ClusterKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer that never ends is waited for no longer than any other, and keeps nothing of what others need. */
class HalfAnswerTest {
    private static final int AT_A_TIME = 4;
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private static CompletableFuture<Forwarded> submit(HttpsPeers peers, Member to) {
        return peers.submit(
                to, new ForwardedCommand(new StartVm("vm-1", Optional.empty()), Principal.SYSTEM, "key", LIMIT));
    }

    @Test
    void thoseAfterItAreSentAllTheSame() throws Exception {
        ClusterKeys authority = new ClusterKeys(directory);
        PeerKeys keys = new PeerKeys(Settings.of(Map.of(
                "address", "127.0.0.1:1", "tls", authority.member("here").toString(), "client_requests", AT_A_TIME)));
        HttpsPeers peers = new HttpsPeers(keys);
        try (HalfAnswers dying = new HalfAnswers(authority.member("there"))) {
            Member there = PeerNode.member("there", dying.address());
            List<CompletableFuture<Forwarded>> first = IntStream.range(0, AT_A_TIME)
                    .mapToObj(i -> submit(peers, there))
                    .toList();
            first.forEach(answer -> assertThat(answer.join()).isInstanceOf(Forwarded.Undecided.class));
            assertThat(dying.requests).hasValue(AT_A_TIME);

            CompletableFuture<Forwarded> next = submit(peers, there);
            await().atMost(SOON).untilAsserted(() -> assertThat(dying.requests).hasValue(AT_A_TIME + 1));
            assertThat(next.join()).isInstanceOf(Forwarded.Undecided.class);
        }
        peers.close();
        keys.close();
    }
}
