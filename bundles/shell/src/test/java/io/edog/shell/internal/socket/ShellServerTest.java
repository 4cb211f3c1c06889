package io.edog.shell.internal.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.edog.shell.internal.FakeAccounts;
import io.edog.shell.internal.FakeCluster;
import io.edog.shell.internal.TestShell;
import io.edog.shell.wire.Frame;
import io.edog.shell.wire.FrameChannel;
import io.edog.shell.wire.FrameType;
import io.edog.shell.wire.Request;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ShellServerTest {
    private static final int RUNS = 200;
    private static final int PLACES = 4;

    private final FakeCluster cluster = new FakeCluster();
    private final ExtraCommands extra = new ExtraCommands();

    @TempDir
    private Path directory;

    private Path socket;
    private TestShell shell;
    private ShellServer server;

    @BeforeEach
    void open() throws IOException {
        socket = directory.resolve("run/shell.sock");
        shell = TestShell.of(cluster, new FakeAccounts(cluster));
        extra.registerIn(shell.sessions().getRegistry());
        server = start(Duration.ofSeconds(60));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        shell.close();
    }

    @Test
    void twoHundredLargeOutputsAreComplete() throws IOException {
        long expected = extra.largeChecksum();
        for (int run = 0; run < RUNS; run++) {
            Client client = new Client(socket, "test:large");
            assertThat(client.code()).as("run %d", run).isZero();
            assertThat(client.size(FrameType.OUT)).isEqualTo(ExtraCommands.LARGE);
            assertThat(client.checksum(FrameType.OUT)).isEqualTo(expected);
            assertThat(client.text(FrameType.ERR)).isEqualTo("the end\n");
        }
    }

    @Test
    void aCommandsExitCodeComesThrough() throws IOException {
        assertThat(new Client(socket, "edog:vm-list").code()).isZero();
        assertThat(new Client(socket, "edog:vm-show nobody").code()).isEqualTo(1);
        assertThat(new Client(socket, "edog:nonsense").code()).isEqualTo(2);
    }

    @Test
    void inputIsAskedForOnlyWhenWanted() throws IOException {
        Client client = new Client(socket, "edog:user-create ann", "pass word");
        assertThat(client.code()).isZero();
        assertThat(client.asked).containsExactly("New password for ann: ");
        assertThat(new Client(socket, "edog:vm-list").asked).isEmpty();
    }

    @Test
    void aPersonIsAskedTwice() throws IOException {
        Client different = new Client(socket, new Request(true, "edog:user-create ann"), "one", "two");
        assertThat(different.code()).isEqualTo(2);
        assertThat(new Client(socket, new Request(true, "edog:user-create ann"), "one", "one").code())
                .isZero();
    }

    @Test
    void theTimeLimitEndsACommandWithItsOwnCode() throws IOException {
        server.close();
        server = start(Duration.ofMillis(300));
        assertThat(new Client(socket, "test:hang").code()).isEqualTo(4);
        await().until(() -> extra.interrupted.getCount() == 0);
        assertThat(new Client(socket, "test:chatter").code())
                .as("even while it writes")
                .isEqualTo(4);
    }

    @Test
    void closingLetsARunningCommandEnd() throws Exception {
        extra.closing(() -> server.close());
        Client client = new Client(socket, "test:close");
        assertThat(client.code()).isZero();
        assertThat(client.text(FrameType.OUT)).isEqualTo("closed\n");
        assertThatThrownBy(() -> connect()).isInstanceOf(IOException.class);
    }

    @Test
    void aClientThatLeavesEndsItsCommand() throws Exception {
        FrameChannel channel = connect();
        channel.write(new Request(false, "test:hang").frame());
        await().until(() -> extra.started.getCount() == 0);
        channel.close();
        await().until(() -> extra.interrupted.getCount() == 0);
    }

    @Test
    void tooManyAtOnceAreTurnedAway() throws Exception {
        List<FrameChannel> busy = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            FrameChannel channel = connect();
            channel.write(new Request(false, "test:hang").frame());
            busy.add(channel);
        }
        await().until(() -> extra.running.get() == PLACES);
        Client turnedAway = new Client(socket, "edog:vm-list");
        assertThat(turnedAway.code()).isEqualTo(3);
        assertThat(turnedAway.text(FrameType.ERR)).contains("Too many");
        for (FrameChannel channel : busy) {
            channel.close();
        }
        await().until(() -> new Client(socket, "edog:vm-list").code() == 0);
    }

    @Test
    void manyAtOnceDoNotMix() {
        List<CompletableFuture<Client>> clients = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            clients.add(CompletableFuture.supplyAsync(() -> Client.unchecked(() -> new Client(socket, "test:large"))));
        }
        assertThat(clients)
                .allSatisfy(client ->
                        assertThat(client.join().checksum(FrameType.OUT)).isEqualTo(extra.largeChecksum()));
    }

    @Test
    void onlyTheOwnerMayConnect() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aStaleSocketIsReplacedAndALiveOneIsNot() throws IOException {
        assertThatThrownBy(() -> SocketFile.listen(socket))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another process");
        Path stale = directory.resolve("stale");
        ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        dead.bind(UnixDomainSocketAddress.of(stale));
        dead.close();
        assertThat(stale).exists();
        SocketFile.listen(stale).close();
    }

    @Test
    void whatIsNoCommandIsDropped() throws IOException {
        try (FrameChannel channel = connect()) {
            channel.write(Frame.of(FrameType.LINE, "hello"));
            assertThat(channel.read()).isEmpty();
        }
        assertThat(new Client(socket, "edog:vm-list").code()).isZero();
    }

    private ShellServer start(Duration limit) throws IOException {
        CommandRunner runner = new CommandRunner(shell.sessions(), Set.of("admin"));
        ShellServer started = new ShellServer(SocketFile.listen(socket), runner, PLACES, limit);
        started.start();
        return started;
    }

    private FrameChannel connect() throws IOException {
        return new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }
}
