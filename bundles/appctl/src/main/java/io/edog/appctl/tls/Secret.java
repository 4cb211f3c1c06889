package io.edog.appctl.tls;

import java.security.SecureRandom;
import java.util.Base64;

/** What the nodes show ZooKeeper besides their certificates. */
public final class Secret {
    private static final int BYTES = 32;

    private Secret() {}

    /** A new one: one line of letters, digits, {@code -} and {@code _}. */
    public static String create() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
    }
}
