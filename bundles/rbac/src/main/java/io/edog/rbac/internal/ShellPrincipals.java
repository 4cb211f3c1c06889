package io.edog.rbac.internal;

import io.edog.api.service.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/** What a user of edog is to the container. */
final class ShellPrincipals {
    private static final List<String> ADMINISTRATOR = List.of("ssh", "admin", "manager", "viewer", "systembundles");
    private static final List<String> USER = List.of("ssh", "viewer");

    private ShellPrincipals() {}

    static Set<java.security.Principal> of(Principal principal) {
        List<String> roles = principal.administrator() ? ADMINISTRATOR : USER;
        return Stream.concat(
                        Stream.of(new UserPrincipal(principal.name())),
                        roles.stream().map(RolePrincipal::new))
                .collect(Collectors.toUnmodifiableSet());
    }
}
