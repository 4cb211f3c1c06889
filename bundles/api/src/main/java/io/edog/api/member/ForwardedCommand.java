package io.edog.api.member;

import io.edog.api.command.Command;
import io.edog.api.service.Principal;
import java.time.Duration;

/**
 * A command on its way to the leader, with the identity it was given by the manager that took it in.
 *
 * @param key the idempotency key under which its outcome is found again; never empty
 * @param limit how long its caller still waits
 */
public record ForwardedCommand(Command command, Principal principal, String key, Duration limit) {}
