package io.edog.appctl.inventory;

import java.util.Optional;

/**
 * How ssh gets in; what is empty is left to the user's own ssh configuration.
 *
 * @param key the path of a private key
 */
public record SshAccess(Optional<String> user, Optional<Integer> port, Optional<String> key) {

    public static SshAccess usual() {
        return new SshAccess(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** These, and where they say nothing, those of another. */
    public SshAccess or(SshAccess other) {
        return new SshAccess(user.or(other::user), port.or(other::port), key.or(other::key));
    }
}
