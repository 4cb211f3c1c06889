package io.edog.cluster.internal;

import io.edog.api.member.EnsembleException;
import io.edog.api.member.Voter;
import java.io.IOException;
import java.time.Duration;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.KeeperException.BadVersionException;
import org.apache.zookeeper.KeeperException.ConnectionLossException;
import org.apache.zookeeper.KeeperException.NewConfigNoQuorum;
import org.apache.zookeeper.KeeperException.ReconfigInProgress;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.admin.ZooKeeperAdmin;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.Stat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One change of ZooKeeper's servers. It names the configuration that it changes, so that it is made once or not at all, whatever is
 * asked again after a lost answer. For one call on one thread.
 */
final class Reconfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(Reconfiguration.class);

    /** From the servers as they are to those that shall be. */
    @FunctionalInterface
    interface Change {
        VoterSet of(VoterSet now);
    }

    private final Connection connection;
    private final String connect;
    private final Duration limit;

    Reconfiguration(Connection connection, String connect) {
        this.connection = connection;
        this.connect = connect;
        this.limit = connection.settings().limits().reconfig();
    }

    /** Waits until a server takes clients in: it does so only when it has copied everything from the leader, and follows it. */
    void awaitFollowing(Voter voter) {
        String failure = "voter " + voter.id() + " at " + voter.client() + " does not follow the others";
        repeat(failure + "; is it started, and told to join?", zk -> {
            VoterSet.of(zk.getConfig(false, new Stat()));
            return true;
        });
    }

    /** Makes a change; one that is made already is none. */
    void make(String failure, Change change) {
        repeat(failure, zk -> attempt(zk, change));
    }

    private static boolean attempt(ZooKeeperAdmin zk, Change change) throws KeeperException, InterruptedException {
        VoterSet now = VoterSet.of(zk.getConfig(false, new Stat()));
        VoterSet then = change.of(now);
        if (!then.equals(now)) {
            LOG.info("ZooKeeper's servers from version {}: {}", Long.toHexString(now.version()), then.members());
            zk.reconfigure(null, null, then.members(), now.version(), new Stat());
        }
        return true;
    }

    /** A step on an administrator's session. */
    @FunctionalInterface
    private interface Step {
        boolean on(ZooKeeperAdmin zk) throws KeeperException, InterruptedException;
    }

    private void repeat(String failure, Step step) {
        Retry retry = new Retry(connection, limit);
        String why = "it does not answer";
        try (ZooKeeperAdmin zk = open()) {
            do {
                try {
                    if (zk.getState() == ZooKeeper.States.CONNECTED && step.on(zk)) {
                        return;
                    }
                } catch (ConnectionLossException | BadVersionException | ReconfigInProgress | NewConfigNoQuorum e) {
                    why = say(e);
                }
            } while (retry.again());
        } catch (KeeperException e) {
            throw new EnsembleException(failure + ": " + Faults.say(e), e);
        } catch (IOException e) {
            throw new EnsembleException(failure + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnsembleException(failure + ": interrupted", e);
        }
        throw new EnsembleException(failure + " (tried for " + retry.limit() + "): " + why);
    }

    private ZooKeeperAdmin open() throws IOException {
        Settings settings = connection.settings();
        ZKClientConfig client = settings.client();
        int timeout = Math.toIntExact(settings.sessionTimeout().toMillis());
        ZooKeeperAdmin zk = new ZooKeeperAdmin(connect, timeout, event -> LOG.debug("{}", event), client);
        settings.access().authenticate(zk);
        return zk;
    }

    private static String say(KeeperException e) {
        return switch (e.code()) {
            case NEWCONFIGNOQUORUM -> "no majority of the servers that would remain is up and follows";
            case RECONFIGINPROGRESS -> "another change is under way";
            case BADVERSION -> "others change the servers at the same time";
            default -> Faults.say(e);
        };
    }
}
