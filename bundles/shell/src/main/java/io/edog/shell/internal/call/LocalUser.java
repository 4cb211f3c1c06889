package io.edog.shell.internal.call;

import java.security.Principal;

/**
 * Whoever gave a command over the local socket. Only that socket's server makes one.
 *
 * @param name of the operating system's user
 */
public record LocalUser(String name) implements Principal {

    @Override
    public String getName() {
        return name;
    }
}
