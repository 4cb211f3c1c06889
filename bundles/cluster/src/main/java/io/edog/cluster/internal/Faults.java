package io.edog.cluster.internal;

import org.apache.zookeeper.KeeperException;

/** ZooKeeper's errors in words. */
final class Faults {
    private Faults() {}

    static String say(KeeperException e) {
        return switch (e.code()) {
            case CONNECTIONLOSS -> "the connection to ZooKeeper was lost";
            case SESSIONEXPIRED, SESSIONCLOSEDREQUIRESASLAUTH -> "the session with ZooKeeper is over";
            case SESSIONMOVED -> "the session moved to another ZooKeeper server";
            case OPERATIONTIMEOUT, REQUESTTIMEOUT -> "ZooKeeper did not answer in time";
            case NONODE -> "ZooKeeper does not hold this journal";
            default -> "ZooKeeper refused: " + e.getMessage();
        };
    }
}
