package io.edog.api.state;

import io.edog.api.json.Json;
import io.edog.api.model.Resource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A hash of a set of objects that is kept up object by object: the exclusive or of their SHA-256. It guards against
 * mistakes, not against a forger.
 *
 * @param hex 64 hexadecimal digits
 */
public record StateHash(String hex) {
    /** Of the empty state. */
    public static final StateHash EMPTY = new StateHash("0".repeat(64));

    /** The hash with an object added, or, if it was in, taken out. */
    public StateHash toggle(Resource object) {
        byte[] mine = HexFormat.of().parseHex(hex);
        byte[] its = sha256(object.resourceKind().word() + "/" + object.id() + "\n" + Json.write(object));
        for (int i = 0; i < mine.length; i++) {
            mine[i] ^= its[i];
        }
        return new StateHash(HexFormat.of().formatHex(mine));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
