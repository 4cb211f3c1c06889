package io.edog.cluster.internal;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.zookeeper.client.HostProvider;

/**
 * One session's way to its servers, tried again after a pause of our choice. ZooKeeper's client waits up to a second before each
 * reconnection and a whole one after each round, neither of which can be set ({@code ClientCnxn.SendThread.startConnect},
 * {@code StaticHostProvider.next}): that alone would have writes wait for seconds after the voters have a new leader.
 *
 * <p>Only the session's own thread asks for the next server; it is marked as interrupted, which ends the client's wait at once and
 * has no other effect. Before the first connection the client does not wait, and the mark would close its socket.
 */
final class PromptHosts implements HostProvider {
    private final HostProvider hosts;
    private final Duration most;
    private final Pace pace;
    private boolean askedBefore;
    private volatile boolean connectedBefore;

    /**
     * Tries the servers in turn.
     *
     * @param hosts says whose turn it is, also when a session has taken the place of another: so a silent server is not tried first again
     * @param most pause before a reconnection; the actual one is random, so that many clients do not come at once
     */
    PromptHosts(HostProvider hosts, Duration most, Pace pace) {
        this.hosts = hosts;
        this.most = most;
        this.pace = pace;
    }

    @Override
    public int size() {
        return hosts.size();
    }

    @Override
    public InetSocketAddress next(long spinDelay) {
        if (askedBefore) {
            pause();
        }
        askedBefore = true;
        InetSocketAddress next = hosts.next(0);
        if (connectedBefore) {
            Thread.currentThread().interrupt();
        }
        return next;
    }

    private void pause() {
        try {
            pace.pause(Duration.ofNanos(ThreadLocalRandom.current().nextLong(most.toNanos())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onConnected() {
        connectedBefore = true;
        hosts.onConnected();
    }

    @Override
    public boolean updateServerList(Collection<InetSocketAddress> servers, InetSocketAddress current) {
        return hosts.updateServerList(servers, current);
    }
}
