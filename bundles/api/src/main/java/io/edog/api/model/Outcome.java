package io.edog.api.model;

import java.time.Instant;

/**
 * What became of one accepted command, kept so that the same command under the same key is not done twice.
 *
 * @param id the idempotency key, prefixed with its user
 * @param owner id of the user who gave the command
 * @param fingerprint SHA-256 of the command, hex: the same key with another command is refused
 * @param reply what its caller was, or would have been, told
 * @param at when it was accepted
 */
public record Outcome(String id, String tenant, String owner, String fingerprint, Reply reply, Instant at)
        implements Resource {
    @Override
    public Kind resourceKind() {
        return Kind.OUTCOME;
    }

    @Override
    public String name() {
        return id;
    }
}
