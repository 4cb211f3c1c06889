package io.edog.appctl.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a node's certificate is for.
 *
 * @param address as the other nodes reach it
 * @param member whether it is a manager: other managers answer nobody else
 */
public record NodeIdentity(String cluster, String name, String address, boolean member) {
    /** A certificate is replaced when it ends sooner than this. */
    public static final Duration RENEWED_BEFORE = Duration.ofDays(90);

    /** The organizational unit of a manager's certificate. */
    static final String MEMBER = "member";

    /** An alternative name of a certificate. */
    record Alternative(String text, boolean isAddress) {}

    /** Its address, what that stands for, and its name. */
    List<Alternative> alternatives() {
        boolean literal = address.contains(":") || address.chars().noneMatch(Character::isLetter);
        return Stream.of(
                        literal ? Stream.<Alternative>empty() : Stream.of(new Alternative(address, false)),
                        resolved().stream().map(text -> new Alternative(text, true)),
                        Stream.of(new Alternative(name, false)))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** As certificates are read back: an address has many spellings. */
    private Optional<String> resolved() {
        try {
            return Optional.of(InetAddress.getByName(address).getHostAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether this PEM text, of key and certificates, is good for this node. */
    public boolean isGood(String pem, Authority authority, Instant now) {
        try {
            Pem.privateKey(pem);
            X509Certificate own = Pem.certificates(pem).get(0);
            own.verify(authority.certificate().getPublicKey());
            return own.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE))
                    && names(own).containsAll(expected())
                    && own.getSubjectX500Principal().getName().contains("OU=" + MEMBER) == member;
        } catch (GeneralSecurityException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private Set<String> expected() {
        return alternatives().stream().map(Alternative::text).collect(Collectors.toSet());
    }

    private static Set<String> names(X509Certificate certificate) throws CertificateParsingException {
        Optional<Collection<List<?>>> names = Optional.ofNullable(certificate.getSubjectAlternativeNames());
        return names.stream()
                .flatMap(Collection::stream)
                .map(name -> String.valueOf(name.get(1)))
                .collect(Collectors.toSet());
    }
}
