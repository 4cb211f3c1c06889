package io.edog.rbac.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher(new Argon2Cost(64, 1, 1), new SecureRandom());

    @Test
    void aHashIsInPhcFormAndOpensForItsPasswordOnly() {
        String hash = hasher.hash("correct horse");

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=64,t=1,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(hasher.verify("correct horse", Optional.of(hash))).isTrue();
        assertThat(hasher.verify("correct hors", Optional.of(hash))).isFalse();
        assertThat(hasher.hash("correct horse")).isNotEqualTo(hash);
    }

    @Test
    void nobodyAndGarbageNeverOpen() {
        assertThat(hasher.verify("", Optional.empty())).isFalse();
        assertThat(hasher.verify("x", Optional.of("not a hash"))).isFalse();
    }

    /** Made by the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 256 -p 1 -l 32. */
    @Test
    void aHashOfTheReferenceImplementationIsUnderstood() {
        byte[] hash = Hex.decode("9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe");
        String phc = PhcString.of(
                        new Argon2Cost(256, 2, 1), "somesalt".getBytes(java.nio.charset.StandardCharsets.UTF_8), hash)
                .format();

        assertThat(hasher.verify("password", Optional.of(phc))).isTrue();
    }

    @Test
    void aHashKeepsItsOwnCost() {
        String other = new PasswordHasher(new Argon2Cost(128, 2, 2), new SecureRandom()).hash("correct horse");

        assertThat(hasher.verify("correct horse", Optional.of(other))).isTrue();
    }
}
