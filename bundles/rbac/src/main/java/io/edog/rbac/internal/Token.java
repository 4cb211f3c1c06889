package io.edog.rbac.internal;

import io.edog.api.model.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** A bearer token: {@code edog_<session id>_<256 random bits>}. */
record Token(String session, String secret) {
    private static final String PREFIX = "edog_";
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST = 200;

    static Token fresh(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Token(
                UUID.randomUUID().toString(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    static Optional<Token> parse(String text) {
        int end = text.indexOf('_', PREFIX.length());
        if (text.length() > LONGEST || !text.startsWith(PREFIX) || end < 0) {
            return Optional.empty();
        }
        return Optional.of(new Token(text.substring(PREFIX.length(), end), text.substring(end + 1)));
    }

    /** What its bearer sends. */
    String text() {
        return PREFIX + session + "_" + secret;
    }

    /** All that is kept of the secret: the SHA-256 of 256 random bits needs no salt. */
    String hash() {
        return HexFormat.of().formatHex(Sha256.of(secret));
    }

    /** Whether it opens a session, told in constant time. */
    boolean opens(Session candidate) {
        byte[] mine = hash().getBytes(StandardCharsets.US_ASCII);
        byte[] kept = candidate.tokenHash().getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(mine, kept) && candidate.id().equals(session);
    }

    @Override
    public String toString() {
        return "Token[" + session + "]";
    }
}
