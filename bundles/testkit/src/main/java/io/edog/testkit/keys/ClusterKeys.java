package io.edog.testkit.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A cluster's authority, made by the JDK's own tool, and the keys it gives to nodes. */
public final class ClusterKeys {
    private static final String PASSWORD = "changeit";
    private static final long LIMIT_SECONDS = 60;

    private final Path directory;
    private final Path store;
    private final Path certificate;

    /** A new authority, which keeps its files in a directory. */
    public ClusterKeys(Path directory) {
        this.directory = directory;
        this.store = directory.resolve("ca.p12");
        this.certificate = directory.resolve("ca.pem");
        keytool(store, "-genkeypair", "-alias", "ca", "-dname", "CN=authority", "-ext", "bc:c", "-keyalg", "EC");
        keytool(store, "-exportcert", "-alias", "ca", "-rfc", "-file", certificate.toString());
    }

    /** The certificate of the authority. */
    public Path authority() {
        return certificate;
    }

    /** The keys of a manager on loopback; the directory has {@code ca.pem}, {@code node.pem} and {@code secret}. */
    public Path member(String name) {
        return node(name, "CN=" + name + ",OU=member,O=test", "ip:127.0.0.1,dns:localhost");
    }

    /**
     * The keys of a node.
     *
     * @param subject its distinguished name
     * @param alternatives its alternative names, as the JDK's tool takes them
     * @return the directory with {@code ca.pem}, {@code node.pem} and {@code secret}
     */
    public Path node(String name, String subject, String alternatives) {
        try {
            Path home = Files.createDirectories(directory.resolve(name));
            Path own = home.resolve("node.p12");
            Path request = home.resolve("request");
            Path signed = home.resolve("certificate.pem");
            keytool(own, "-genkeypair", "-alias", "node", "-dname", subject, "-keyalg", "EC");
            keytool(own, "-certreq", "-alias", "node", "-file", request.toString());
            keytool(
                    store,
                    "-gencert",
                    "-alias",
                    "ca",
                    "-ext",
                    "san=" + alternatives,
                    "-rfc",
                    "-infile",
                    request.toString(),
                    "-outfile",
                    signed.toString());
            Files.copy(certificate, home.resolve("ca.pem"));
            Files.writeString(home.resolve("secret"), "of-the-tests\n");
            Files.writeString(home.resolve("node.pem"), key(own) + Files.readString(signed));
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            byte[] key = keys.getKey("node", PASSWORD.toCharArray()).getEncoded();
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key that was just made can't be read", e);
        }
    }

    private void keytool(Path keystore, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keystore.toString(), "-storepass", PASSWORD, "-validity", "100"));
        command.add("-J-XX:TieredStopAtLevel=1");
        try {
            Path said = directory.resolve("keytool.log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("keytool failed: " + Files.readString(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("making keys was interrupted", e);
        }
    }
}
