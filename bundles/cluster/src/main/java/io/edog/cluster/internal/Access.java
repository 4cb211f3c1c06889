package io.edog.cluster.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.ClientCnxnSocketNetty;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.common.ClientX509Util;
import org.apache.zookeeper.common.X509Util;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;

/**
 * By what this node is let in, and who else is: the members of a cluster share a secret, and with it an identity to which
 * everything in ZooKeeper belongs; over a network they show each other a certificate besides.
 *
 * @param secret what they share; empty: everything is open to anyone, which only tests and strange ensembles want
 * @param tls directory with {@code ca.pem} and {@code node.pem}; empty: no TLS
 */
record Access(Optional<String> secret, Optional<Path> tls) {
    /** No credentials at all. */
    static final Access OPEN = new Access(Optional.empty(), Optional.empty());

    private static final String SCHEME = "digest";
    private static final String USER = "edog";
    private static final String PEM = "PEM";

    /**
     * Reads the credentials.
     *
     * @param secretFile used without TLS; with it, the secret is the file {@code secret} in its directory
     */
    static Access of(String tls, String secretFile) {
        if (!tls.isBlank()) {
            Path directory = Path.of(tls.strip());
            return new Access(Optional.of(read(directory.resolve("secret"))), Optional.of(directory));
        }
        return secretFile.isBlank()
                ? OPEN
                : new Access(Optional.of(read(Path.of(secretFile.strip()))), Optional.empty());
    }

    private static String read(Path file) {
        try {
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new IllegalArgumentException("io.edog.cluster: the secret in " + file + " is empty");
            }
            return secret;
        } catch (IOException e) {
            throw new IllegalArgumentException("io.edog.cluster: the secret in " + file + " can't be read", e);
        }
    }

    /** What each node in ZooKeeper is made with. */
    List<ACL> acl() {
        return secret.map(Access::only).orElse(Ids.OPEN_ACL_UNSAFE);
    }

    private static List<ACL> only(String secret) {
        try {
            Id id = new Id(SCHEME, DigestAuthenticationProvider.generateDigest(USER + ":" + secret));
            // ZooKeeper asks the list whether it contains null, which List.of does not answer
            return Collections.singletonList(new ACL(Perms.ALL, id));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** Says who we are, at each connection anew; before anything else is asked. */
    void authenticate(ZooKeeper zk) {
        secret.ifPresent(known -> zk.addAuthInfo(SCHEME, (USER + ":" + known).getBytes(StandardCharsets.UTF_8)));
    }

    /** Has a client speak TLS, if it shall, and check that the server is who it should be. */
    void secure(ZKClientConfig client) {
        tls.ifPresent(directory -> {
            client.setProperty(ZKClientConfig.SECURE_CLIENT, "true");
            client.setProperty(ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET, ClientCnxnSocketNetty.class.getName());
            try (X509Util names = new ClientX509Util()) {
                client.setProperty(
                        names.getSslKeystoreLocationProperty(),
                        directory.resolve("node.pem").toString());
                client.setProperty(names.getSslKeystoreTypeProperty(), PEM);
                client.setProperty(
                        names.getSslTruststoreLocationProperty(),
                        directory.resolve("ca.pem").toString());
                client.setProperty(names.getSslTruststoreTypeProperty(), PEM);
            }
        });
    }

    /** Never with the secret. */
    @Override
    public String toString() {
        return "Access[" + (secret.isPresent() ? "secret" : "open")
                + tls.map(d -> ", " + d).orElse("") + "]";
    }
}
