package io.edog.itests.history.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.zookeeper.ClientCnxnSocketNetty;
import org.apache.zookeeper.client.ZKClientConfig;

/** How a plain ZooKeeper client shows a cluster's keys. */
public final class Tls {
    private Tls() {}

    /** A client's configuration, with the keys of a directory. */
    public static ZKClientConfig client(Path keys) {
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty("zookeeper.client.secure", "true");
        config.setProperty("zookeeper.clientCnxnSocket", ClientCnxnSocketNetty.class.getName());
        config.setProperty(
                "zookeeper.ssl.keyStore.location", keys.resolve("node.pem").toString());
        config.setProperty("zookeeper.ssl.keyStore.type", "PEM");
        config.setProperty(
                "zookeeper.ssl.trustStore.location", keys.resolve("ca.pem").toString());
        config.setProperty("zookeeper.ssl.trustStore.type", "PEM");
        return config;
    }

    /** What all members of the cluster know. */
    public static String secret(Path keys) throws IOException {
        return Files.readString(keys.resolve("secret")).strip();
    }
}
