package io.edog.peer.internal;

import io.edog.api.journal.Index;
import io.edog.api.member.Member;
import io.edog.api.member.PeerService;
import io.edog.api.member.Standing;
import io.edog.api.member.StateMark;
import io.edog.api.state.StateHash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One manager's client and server. */
final class PeerNode implements AutoCloseable {
    final String address = Settings.freeAddress();
    /** Whom it does not trust, as its log has it. */
    final List<String> notices = new CopyOnWriteArrayList<>();

    final HttpsPeers peers;
    private final PeerKeys keys;
    private final PeerServer server;

    PeerNode(Path tls, PeerService service) {
        this.keys = new PeerKeys(Settings.at(address, tls), new TrustNotices(notices::add, notices::add));
        this.server = new PeerServer(keys);
        this.server.service = service;
        this.peers = new HttpsPeers(keys);
    }

    /** As another manager knows it. */
    Member member() {
        return member("there", address);
    }

    static Member member(String node, String peer) {
        return new Member(
                node,
                peer,
                "",
                "0.1.0",
                1,
                Standing.SERVING,
                "",
                new StateMark(Index.ZERO, StateHash.EMPTY),
                Index.ZERO,
                true,
                Instant.EPOCH);
    }

    int port() {
        return PeerSettings.parse(address).getPort();
    }

    @Override
    public void close() {
        server.close();
        peers.close();
        keys.close();
    }
}
