package io.edog.cluster.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.curator.utils.ZookeeperFactory;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ConnectStringParser;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.StaticHostProvider;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;

/** Opens ZooKeeper's sessions for Curator and remembers the newest, for calls that must not be retried behind our back. */
class Sessions implements ZookeeperFactory {
    private final Access access;
    private final Duration reconnectPause;
    private final Pace pace = new RealPace();
    private volatile @Nullable ZooKeeper newest;
    private volatile Optional<String> voters = Optional.empty();
    private Optional<HostProvider> turns = Optional.empty();

    Sessions(Settings settings) {
        this.access = settings.access();
        this.reconnectPause = settings.reconnectPause();
    }

    /** The servers, if they are others than the configured ones. */
    Optional<String> voters() {
        return voters;
    }

    /** This session, and those after it, are with these servers. */
    void follow(String servers) {
        voters = Optional.of(servers);
        try {
            newest().updateServerList(servers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ZooKeeper newest() {
        ZooKeeper zk = newest;
        if (zk == null) {
            throw new IllegalStateException("Curator opens a session when it is started");
        }
        return zk;
    }

    @Override
    public ZooKeeper newZooKeeper(String connect, int sessionTimeout, Watcher watcher, boolean readOnly)
            throws Exception {
        return newZooKeeper(connect, sessionTimeout, watcher, readOnly, new ZKClientConfig());
    }

    @Override
    public ZooKeeper newZooKeeper(
            String connect, int sessionTimeout, Watcher watcher, boolean readOnly, ZKClientConfig config)
            throws Exception {
        String servers = voters.orElse(connect);
        ZooKeeper zk = open(servers, sessionTimeout, watcher, hosts(servers), config);
        access.authenticate(zk);
        newest = zk;
        return zk;
    }

    private synchronized HostProvider hosts(String servers) {
        HostProvider all =
                turns.orElseGet(() -> new StaticHostProvider(new ConnectStringParser(servers).getServerAddresses()));
        turns = Optional.of(all);
        return new PromptHosts(all, reconnectPause, pace);
    }

    /** Read-only servers are of no use here: they may be cut off from the quorum. */
    ZooKeeper open(String connect, int sessionTimeout, Watcher watcher, HostProvider hosts, ZKClientConfig config)
            throws IOException {
        return new ZooKeeper(connect, sessionTimeout, watcher, false, hosts, config);
    }
}
