package io.edog.peer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.edog.api.command.VmCommand.StartVm;
import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.member.Member;
import io.edog.api.service.Principal;
import io.edog.testkit.keys.ClusterKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is no manager of this cluster comes no further than TLS, whichever way it tries; and holds nobody else up. */
class StrangerTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String REQUEST = "GET /v1/state HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @TempDir
    static Path directory;

    private static ClusterKeys keys;
    private static Path here;
    private static Path there;

    private final Leader leader = new Leader();
    private PeerNode asked;

    @BeforeAll
    static void makeKeys() {
        keys = new ClusterKeys(directory);
        here = keys.member("here");
        there = keys.member("there");
    }

    @BeforeEach
    void start() {
        asked = new PeerNode(there, leader);
        untilAnswered(here, asked.member());
    }

    @AfterEach
    void stop() {
        asked.close();
    }

    private static Forwarded submit(Path tls, Member to, Duration limit) {
        PeerKeys own = new PeerKeys(Settings.at("127.0.0.1:1", tls));
        HttpsPeers peers = new HttpsPeers(own);
        try {
            return peers.submit(to, command(limit)).join();
        } finally {
            peers.close();
            own.close();
        }
    }

    private static ForwardedCommand command(Duration limit) {
        return new ForwardedCommand(new StartVm("vm-1", Optional.empty()), Principal.SYSTEM, "key", limit);
    }

    private static void untilAnswered(Path tls, Member to) {
        await().atMost(SOON).until(() -> submit(tls, to, Duration.ofSeconds(5)) instanceof Forwarded.NotLeading);
    }

    private void isRefused(Path tls) {
        leader.taken.clear();
        assertThat(submit(tls, asked.member(), Duration.ofSeconds(5))).isInstanceOf(Forwarded.Undecided.class);
        assertThat(leader.taken).isEmpty();
    }

    @Test
    void plainHttpGetsNothing() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(1000), StandardCharsets.ISO_8859_1);
            assertThat(answer).doesNotContain("HTTP");
        }
    }

    @Test
    void withoutACertificateTlsEnds() throws Exception {
        SSLContext nobody = SSLContext.getInstance("TLS");
        nobody.init(null, new TrustManager[] {new Credulous()}, null);
        try (SSLSocket socket = (SSLSocket) nobody.getSocketFactory().createSocket("127.0.0.1", asked.port())) {
            socket.setSoTimeout(10_000);
            assertThat(answer(socket)).isEmpty();
        }
    }

    private static String answer(SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(1000), StandardCharsets.ISO_8859_1);
        } catch (SSLException | SocketException e) {
            return "";
        }
    }

    @Test
    void anotherAuthorityIsNone() throws IOException {
        Path other = Files.createDirectories(directory.resolve("other"));
        Path forged = new ClusterKeys(other).member("here");
        isRefused(forged);
        // trusting the cluster does not make it trusted
        Files.copy(keys.authority(), forged.resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);
        isRefused(forged);
    }

    @Test
    void anAgentIsNoManager() {
        isRefused(keys.node("agent", "CN=agent,O=test", "ip:127.0.0.1"));
        isRefused(keys.node("sly", "CN=OU\\=member,O=test", "ip:127.0.0.1"));
    }

    @Test
    void aManagerAtAnotherAddressThanItsOwnIsNotBelieved() {
        Path elsewhere = keys.node("elsewhere", "CN=elsewhere,OU=member", "ip:127.0.0.9");
        Leader impostor = new Leader();
        try (PeerNode node = new PeerNode(elsewhere, impostor)) {
            assertThat(submit(here, node.member(), Duration.ofSeconds(5))).isInstanceOf(Forwarded.Undecided.class);
            assertThat(impostor.taken).isEmpty();
        }
    }

    @Test
    void whoIsRefusedIsNamedWithTheReasonOnce() {
        Path agent = keys.node("refused", "CN=refused,O=test", "ip:127.0.0.1");
        isRefused(agent);
        isRefused(agent);
        assertThat(asked.notices)
                .singleElement()
                .asString()
                .contains("the caller from ", "CN=refused", "is no manager of this cluster");
        untilAnswered(here, asked.member());
        assertThat(asked.notices).last().asString().matches("the caller from .+ is trusted");
        isRefused(agent);
        assertThat(asked.notices).hasSize(3);
    }

    @Test
    void whyAManagerIsNotBelievedIsSaidOnce() throws IOException {
        Path home = keys.node("doubtful", "CN=doubtful,OU=member", "ip:127.0.0.9");
        try (PeerNode node = new PeerNode(home, leader);
                PeerNode asking = new PeerNode(here, leader)) {
            await().atMost(SOON).until(() -> undecided(asking, node.member()).contains("certificate is refused here"));
            String why = undecided(asking, node.member());
            assertThat(why).contains("manager there at " + node.address, "No subject alternative names matching");
            assertThat(asking.notices).containsExactly(why);
            Files.copy(there.resolve("node.pem"), home.resolve("node.pem"), StandardCopyOption.REPLACE_EXISTING);
            await().atMost(SOON)
                    .until(() ->
                            asking.peers.submit(node.member(), command(SOON)).join() instanceof Forwarded.NotLeading);
            assertThat(asking.notices).last().asString().endsWith(" is trusted");
        }
    }

    private static String undecided(PeerNode asking, Member of) {
        return ((Forwarded.Undecided) asking.peers.submit(of, command(SOON)).join()).why();
    }

    @Test
    void whoConnectsAndSaysLittleHoldsNobodyUp() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), asked.port());
                open.add(socket);
                OutputStream out = socket.getOutputStream();
                out.write(0x16);
                out.flush();
            }
            untilAnswered(here, asked.member());
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void newKeysAreTakenUp() throws IOException {
        Path home = keys.node("changing", "CN=changing,O=test", "ip:127.0.0.1");
        Leader changing = new Leader();
        try (PeerNode node = new PeerNode(home, changing)) {
            assertThat(submit(here, node.member(), Duration.ofSeconds(5))).isInstanceOf(Forwarded.Undecided.class);
            Files.writeString(home.resolve("node.pem"), "half a file");
            Files.copy(there.resolve("node.pem"), home.resolve("node.pem"), StandardCopyOption.REPLACE_EXISTING);
            untilAnswered(here, node.member());
        }
    }
}
