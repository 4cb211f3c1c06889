package io.edog.itests.history.cluster;

import io.edog.itests.support.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A cluster's own certificate authority, and what each node shows: {@code ca.pem}, {@code node.pem}, {@code secret}. */
final class Keys {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int SECRET_BYTES = 32;

    private final Path authority;
    private final String secret;

    Keys(Path authority) throws IOException {
        this.authority = Files.createDirectories(authority);
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        secret = HexFormat.of().formatHex(random);
        openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=edog -keyout ca.key -out ca.pem");
    }

    /** Writes a node's keys to a directory. */
    void node(String name, String address, Path directory) throws IOException {
        openssl("req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /OU=member/CN=" + name + " -keyout "
                + name + ".key -out " + name + ".csr");
        Files.writeString(
                authority.resolve(name + ".ext"),
                "subjectAltName=IP:" + address + ",DNS:localhost,DNS:" + name
                        + "\nextendedKeyUsage=serverAuth,clientAuth\n");
        openssl("x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile " + name
                + ".ext -out " + name + ".pem");
        Files.createDirectories(directory);
        Files.copy(authority.resolve("ca.pem"), directory.resolve("ca.pem"));
        Files.writeString(directory.resolve("node.pem"), read(name + ".key") + read(name + ".pem") + read("ca.pem"));
        Files.writeString(directory.resolve("secret"), secret + "\n");
    }

    private String read(String file) throws IOException {
        return Files.readString(authority.resolve(file));
    }

    private void openssl(String arguments) {
        Command.run(
                        LIMIT,
                        Map.of(),
                        List.of("sh", "-c", "umask 077; cd '" + authority + "' && exec openssl " + arguments))
                .succeeded();
    }
}
