package io.edog.peer.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The texts of the two files with a node's keys, as they were read at one moment.
 *
 * @param authority the certificates of {@code ca.pem}
 * @param node {@code node.pem}: a private key in PKCS #8, and its certificate with what is between it and the authority
 */
record KeyFiles(String authority, String node) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";
    private static final char[] NO_PASSWORD = {};

    static KeyFiles read(Path directory) throws IOException {
        return new KeyFiles(
                Files.readString(directory.resolve("ca.pem"), StandardCharsets.US_ASCII),
                Files.readString(directory.resolve("node.pem"), StandardCharsets.US_ASCII));
    }

    /**
     * What speaks TLS with these keys, and with members of the cluster only.
     *
     * @param notices where it says whom it refuses
     * @throws GeneralSecurityException if they are not what they should be; the message says what is wrong
     */
    SSLContext context(TrustNotices notices) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(own().getKeyManagers(), new TrustManager[] {new MemberTrust(trusted(), notices)}, null);
        return context;
    }

    private KeyManagerFactory own() throws GeneralSecurityException {
        List<X509Certificate> chain = certificates(node);
        List<byte[]> keys = blocks(node, KEY);
        if (chain.isEmpty() || keys.size() != 1) {
            throw new GeneralSecurityException("node.pem is not one private key and its certificate");
        }
        KeyStore store = empty();
        PrivateKey key = KeyFactory.getInstance(chain.get(0).getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(keys.get(0)));
        store.setKeyEntry("node", key, NO_PASSWORD, chain.toArray(new Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(store, NO_PASSWORD);
        return factory;
    }

    private X509ExtendedTrustManager trusted() throws GeneralSecurityException {
        List<X509Certificate> authorities = certificates(authority);
        if (authorities.isEmpty()) {
            throw new GeneralSecurityException("ca.pem has no certificate");
        }
        KeyStore store = empty();
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("ca" + i, authorities.get(i));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    private static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store can't be made", e);
        }
        return store;
    }

    private static List<X509Certificate> certificates(String pem) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<byte[]> found = blocks(pem, CERTIFICATE);
        X509Certificate[] certificates = new X509Certificate[found.size()];
        for (int i = 0; i < certificates.length; i++) {
            certificates[i] = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(found.get(i)));
        }
        return List.of(certificates);
    }

    private static List<byte[]> blocks(String pem, String type) {
        return BLOCK.matcher(pem)
                .results()
                .filter(block -> block.group(1).equals(type))
                .map(block -> Base64.getMimeDecoder().decode(block.group(2)))
                .toList();
    }

    /** Never with the key. */
    @Override
    public String toString() {
        return "KeyFiles";
    }
}
