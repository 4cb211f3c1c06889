package io.edog.appctl.plan;

import io.edog.appctl.inventory.SshAccess;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code cluster conf} is asked for.
 *
 * @param managers empty keeps those there are
 * @param agents empty keeps those there are, or, at the first time, makes the managers agents
 * @param httpAddress where page and API listen; empty keeps it
 * @param floating an address that follows the leader; empty keeps it, {@code none} takes it away
 * @param ownNames what hosts call themselves, by address, as far as they could be asked
 */
public record Request(
        String name,
        List<Wanted> managers,
        Optional<List<Wanted>> agents,
        SshAccess ssh,
        Optional<String> httpAddress,
        Optional<String> floating,
        Map<String, String> ownNames) {}
