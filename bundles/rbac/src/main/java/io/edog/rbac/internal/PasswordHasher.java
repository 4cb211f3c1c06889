package io.edog.rbac.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id. Slow and hungry for memory on purpose: call it through {@link HashingPool}. */
final class PasswordHasher {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2Cost cost;
    private final SecureRandom random;
    private final PhcString nobody;

    PasswordHasher(Argon2Cost cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
        this.nobody = PhcString.of(cost, bytes(SALT_BYTES), bytes(HASH_BYTES));
    }

    /** A fresh hash in PHC string form. */
    String hash(String password) {
        return hash(password, bytes(SALT_BYTES));
    }

    /**
     * A hash that is the same again for the same password and origin. A salt must differ from all others, not be secret.
     *
     * @param origin what no other password that is to be kept has
     */
    String repeatable(String password, String origin) {
        return hash(password, Arrays.copyOf(Sha256.of(origin), SALT_BYTES));
    }

    private String hash(String password, byte[] salt) {
        return PhcString.of(cost, salt, derive(password, salt, cost, HASH_BYTES))
                .format();
    }

    /** Whether a password is the one; without a stored hash it takes as long to say no. */
    boolean verify(String password, Optional<String> stored) {
        PhcString expected = stored.flatMap(PhcString::parse).orElse(nobody);
        byte[] hash = expected.hashBytes();
        byte[] actual = derive(password, expected.saltBytes(), expected.cost(), hash.length);
        return MessageDigest.isEqual(actual, hash) && stored.isPresent();
    }

    private static byte[] derive(String password, byte[] salt, Argon2Cost cost, int length) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] out = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
        return out;
    }

    private byte[] bytes(int length) {
        byte[] out = new byte[length];
        random.nextBytes(out);
        return out;
    }
}
