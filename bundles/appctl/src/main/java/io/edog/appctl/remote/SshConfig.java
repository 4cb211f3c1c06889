package io.edog.appctl.remote;

import io.edog.appctl.inventory.SshAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The configuration file that ssh is run with: never asks, gives up in time, one connection a host for all commands, and keys of
 * unknown hosts are learned once, then insisted on. What it leaves open comes from the user's own configuration.
 */
final class SshConfig {
    private SshConfig() {}

    static String text(SshAccess access, Path control, Path knownHosts, Duration connectLimit) {
        List<String> lines = new ArrayList<>(List.of(
                "BatchMode yes",
                "ConnectTimeout " + Math.max(1, connectLimit.toSeconds()),
                "ServerAliveInterval 5",
                "ServerAliveCountMax 3",
                "StrictHostKeyChecking accept-new",
                "UserKnownHostsFile \"" + knownHosts + "\" ~/.ssh/known_hosts",
                "ControlMaster auto",
                "ControlPath \"" + control + "/%C\"",
                "ControlPersist 60",
                "LogLevel ERROR",
                "RequestTTY no",
                "ForwardAgent no",
                "ForwardX11 no",
                "ClearAllForwardings yes"));
        access.user().ifPresent(user -> lines.add("User " + user));
        access.port().ifPresent(port -> lines.add("Port " + port));
        access.key().ifPresent(key -> {
            lines.add("IdentityFile \"" + key + "\"");
            lines.add("IdentitiesOnly yes");
        });
        lines.add("Include ~/.ssh/config");
        lines.add("Include /etc/ssh/ssh_config");
        return String.join("\n", lines) + "\n";
    }
}
