package io.edog.appctl.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final NodeIdentity NODE = new NodeIdentity("edog", "a", "10.0.0.1", true);

    @Test
    void aNodesCertificateIsTheAuthoritysAndNamesIt() throws Exception {
        Authority authority = Authority.create("edog", NOW);
        List<X509Certificate> chain = Pem.certificates(authority.issue(NODE, NOW));
        assertThat(chain).hasSize(2);
        chain.get(0).verify(authority.certificate().getPublicKey());
        assertThat(chain.get(1)).isEqualTo(authority.certificate());
        assertThat(chain.get(0).getSubjectX500Principal().getName()).isEqualTo("CN=a,OU=member,O=edog");
        assertThat(chain.get(0).getSubjectAlternativeNames().toString()).contains("10.0.0.1", "a");
        assertThat(chain.get(0).getExtendedKeyUsage()).contains("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(chain.get(1).getBasicConstraints()).isZero();
    }

    @Test
    void itIsTheSameAfterItWasRead() throws Exception {
        Authority authority = Authority.create("edog", NOW);
        Authority again = Authority.read(authority.certificatePem(), authority.keyPem());
        assertThat(NODE.isGood(again.issue(NODE, NOW), authority, NOW)).isTrue();
    }

    @Test
    void whatDoesNotFitIsReplaced() throws Exception {
        Authority authority = Authority.create("edog", NOW);
        String pem = authority.issue(NODE, NOW);
        assertThat(NODE.isGood(pem, authority, NOW)).isTrue();
        assertThat(NODE.isGood(pem, Authority.create("edog", NOW), NOW)).isFalse();
        assertThat(new NodeIdentity("edog", "a", "10.0.0.2", true).isGood(pem, authority, NOW))
                .isFalse();
        assertThat(new NodeIdentity("edog", "a", "10.0.0.1", false).isGood(pem, authority, NOW))
                .isFalse();
        assertThat(NODE.isGood(pem, authority, NOW.plus(Authority.NODE_LIFE).minus(Duration.ofDays(89))))
                .isFalse();
        assertThat(NODE.isGood("rubbish", authority, NOW)).isFalse();
    }

    @Test
    void addressesHaveManySpellings() throws Exception {
        Authority authority = Authority.create("edog", NOW);
        NodeIdentity node = new NodeIdentity("edog", "a", "2001:db8::1", true);
        assertThat(node.isGood(authority.issue(node, NOW), authority, NOW)).isTrue();
    }
}
