package io.edog.rbac.internal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash with its salt and cost, in the PHC string format.
 *
 * @param salt Base64 without padding
 * @param hash Base64 without padding
 */
record PhcString(Argon2Cost cost, String salt, String hash) {
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$"
            + "([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    static PhcString of(Argon2Cost cost, byte[] salt, byte[] hash) {
        return new PhcString(cost, ENCODER.encodeToString(salt), ENCODER.encodeToString(hash));
    }

    static Optional<PhcString> parse(String text) {
        Matcher m = FORM.matcher(text);
        return m.matches() ? Optional.of(new PhcString(cost(m), m.group(4), m.group(5))) : Optional.empty();
    }

    private static Argon2Cost cost(Matcher m) {
        return new Argon2Cost(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
    }

    byte[] saltBytes() {
        return Base64.getDecoder().decode(salt);
    }

    byte[] hashBytes() {
        return Base64.getDecoder().decode(hash);
    }

    String format() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(cost.memoryKiB(), cost.iterations(), cost.parallelism(), salt, hash);
    }
}
