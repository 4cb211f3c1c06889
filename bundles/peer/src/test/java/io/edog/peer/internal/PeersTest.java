package io.edog.peer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.api.command.VmCommand.StartVm;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.member.Member;
import io.edog.api.member.PeerException;
import io.edog.api.model.Reply;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.Result;
import io.edog.api.state.ClusterState;
import io.edog.testkit.keys.ClusterKeys;
import io.edog.testkit.store.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static Path here;
    private static Path there;

    private final Leader leader = new Leader();
    private PeerNode asking;
    private PeerNode asked;

    @BeforeAll
    static void makeKeys() {
        ClusterKeys keys = new ClusterKeys(directory);
        here = keys.member("here");
        there = keys.member("there");
    }

    @BeforeEach
    void start() {
        asking = new PeerNode(here, new Leader());
        asked = new PeerNode(there, leader);
    }

    @AfterEach
    void stop() {
        asking.close();
        asked.close();
    }

    private static ForwardedCommand command(String key, Duration limit) {
        return new ForwardedCommand(new StartVm("vm-1", Optional.of("b")), Principal.SYSTEM, key, limit);
    }

    private Forwarded submit(Member to, ForwardedCommand command) {
        return asking.peers.submit(to, command).join();
    }

    private void untilAnswered() {
        await().atMost(SOON).until(() -> submit(asked.member(), command("warm", SOON)) instanceof Forwarded.NotLeading);
        leader.taken.clear();
    }

    @Test
    void aCommandArrivesAsItWasSent() {
        untilAnswered();
        ForwardedCommand command = command("key-1", SOON);
        assertThat(submit(asked.member(), command)).isEqualTo(new Forwarded.NotLeading());
        assertThat(leader.taken).containsExactly(command);
    }

    @Test
    void eachAnswerComesBack() {
        untilAnswered();
        List<Forwarded> answers = List.of(
                new Forwarded.Decided(
                        new Result.Accepted(new Index(7), new Reply("vm-1", Optional.of("task-1")), true)),
                new Forwarded.Decided(new Result.Refused(Problem.wrongState("It runs.", "Stop it."))),
                new Forwarded.NotLeading(),
                new Forwarded.Undecided("deposed meanwhile"));
        for (Forwarded answer : answers) {
            leader.answer = command -> CompletableFuture.completedFuture(answer);
            assertThat(submit(asked.member(), command("k", SOON))).isEqualTo(answer);
        }
    }

    @Test
    void manyWaitAtATimeAndHoldNoThread() {
        untilAnswered();
        CompletableFuture<Forwarded> gate = new CompletableFuture<>();
        leader.answer = command -> gate.copy();
        List<CompletableFuture<Forwarded>> all = IntStream.range(0, 100)
                .mapToObj(i -> asking.peers.submit(asked.member(), command("k" + i, Duration.ofSeconds(60))))
                .toList();
        int atATime = Settings.of(Map.of()).limits().requests();
        await().atMost(SOON).untilAsserted(() -> assertThat(leader.taken).hasSize(atATime));
        gate.complete(new Forwarded.NotLeading());
        assertThat(all).allSatisfy(one -> assertThat(one).succeedsWithin(SOON).isEqualTo(new Forwarded.NotLeading()));
    }

    @Test
    void noAnswerInTimeIsUndecided() {
        untilAnswered();
        leader.answer = command -> new CompletableFuture<>();
        assertThat(submit(asked.member(), command("k", Duration.ofMillis(300))))
                .isInstanceOf(Forwarded.Undecided.class);
    }

    @Test
    void whoIsNotThereOrHasNoAddressIsUndecided() {
        assertThat(submit(PeerNode.member("gone", Settings.freeAddress()), command("k", SOON)))
                .isInstanceOfSatisfying(
                        Forwarded.Undecided.class, u -> assertThat(u.why()).contains("gone"));
        assertThat(submit(PeerNode.member("mute", ""), command("k", SOON))).isInstanceOf(Forwarded.Undecided.class);
        assertThat(submit(PeerNode.member("odd", "a b:c"), command("k", SOON))).isInstanceOf(Forwarded.Undecided.class);
    }

    @Test
    void aStateIsFetchedWhole() {
        untilAnswered();
        ClusterState state =
                ClusterState.empty().withAll(Samples.all()).at(new Index(300), new Epoch(3), "h".repeat(64));
        leader.state = Optional.of(state);
        ClusterState fetched = asking.peers.fetchState(asked.member());
        assertThat(fetched.index()).isEqualTo(state.index());
        assertThat(fetched.head()).isEqualTo(state.head());
        assertThat(fetched.hash()).isEqualTo(state.hash());
    }

    @Test
    void aManagerThatDoesNotServeHasNoState() {
        untilAnswered();
        assertThatThrownBy(() -> asking.peers.fetchState(asked.member()))
                .isInstanceOf(PeerException.class)
                .hasMessageContaining("does not serve");
        assertThatThrownBy(() -> asking.peers.fetchState(PeerNode.member("gone", Settings.freeAddress())))
                .isInstanceOf(PeerException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void withoutKeysThereIsNoAddressAndNobodyToAsk() {
        PeerKeys none = new PeerKeys(Settings.of(Map.of("address", "127.0.0.1:1")));
        HttpsPeers alone = new HttpsPeers(none);
        assertThat(alone.address()).isEmpty();
        assertThat(alone.submit(asked.member(), command("k", SOON)).join()).isInstanceOf(Forwarded.Undecided.class);
        alone.close();
        none.close();
    }
}
