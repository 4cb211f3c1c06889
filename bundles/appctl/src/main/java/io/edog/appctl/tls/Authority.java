package io.edog.appctl.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The cluster's own certificate authority: who has a certificate of it belongs to the cluster. */
public final class Authority {
    /** How long the authority's certificate is valid, and a node's. */
    static final Duration OWN_LIFE = Duration.ofDays(20 * 365);

    static final Duration NODE_LIFE = Duration.ofDays(5 * 365);
    /** Certificates are valid from a day ago: clocks differ. */
    private static final Duration SKEW = Duration.ofDays(1);

    private final SecureRandom random = new SecureRandom();
    private final X509Certificate certificate;
    private final PrivateKey key;

    private Authority(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** A new one. */
    public static Authority create(String cluster, Instant now) throws GeneralSecurityException {
        KeyPair pair = keyPair();
        X500Name name = name(cluster, "edog authority of " + cluster);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                serial(new SecureRandom()),
                date(now.minus(SKEW)),
                date(now.plus(OWN_LIFE)),
                name,
                pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
        return new Authority(sign(builder, pair.getPrivate()), pair.getPrivate());
    }

    /** The one whose certificate and key these are. */
    public static Authority read(String certificatePem, String keyPem) throws GeneralSecurityException {
        return new Authority(Pem.certificates(certificatePem).get(0), Pem.privateKey(keyPem));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String certificatePem() throws GeneralSecurityException {
        return Pem.of(certificate);
    }

    public String keyPem() {
        return Pem.of(key);
    }

    /** A new key of a node, and its certificate with the authority's behind it: one PEM text. */
    public String issue(NodeIdentity node, Instant now) throws GeneralSecurityException {
        KeyPair pair = keyPair();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                certificate,
                serial(random),
                date(now.minus(SKEW)),
                date(now.plus(NODE_LIFE)),
                subject(node),
                pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
            }));
            builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(node));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
        return Pem.of(pair.getPrivate()) + Pem.of(sign(builder, key)) + Pem.of(certificate);
    }

    private static GeneralNames alternativeNames(NodeIdentity node) {
        List<GeneralName> names = node.alternatives().stream()
                .map(alternative -> alternative.isAddress()
                        ? new GeneralName(GeneralName.iPAddress, alternative.text())
                        : new GeneralName(GeneralName.dNSName, alternative.text()))
                .toList();
        return new GeneralNames(names.toArray(new GeneralName[0]));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X500Name subject(NodeIdentity node) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, node.cluster());
        if (node.member()) {
            builder.addRDN(BCStyle.OU, NodeIdentity.MEMBER);
        }
        return builder.addRDN(BCStyle.CN, node.name()).build();
    }

    private static X500Name name(String cluster, String common) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, cluster)
                .addRDN(BCStyle.CN, common)
                .build();
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(127, random).setBit(126);
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
