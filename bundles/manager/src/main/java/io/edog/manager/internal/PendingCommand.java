package io.edog.manager.internal;

import io.edog.api.command.Command;
import io.edog.api.json.Json;
import io.edog.api.service.Principal;
import io.edog.api.service.Result;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;

/**
 * A command on its way, under a key that finds its outcome again whatever happens in between.
 *
 * @param outcomeId the key, prefixed with its user
 * @param fingerprint SHA-256 of the command, hex
 * @param deadline when its caller is told that the outcome is not known yet
 */
record PendingCommand(
        Command command,
        Principal principal,
        String outcomeId,
        String fingerprint,
        Instant deadline,
        CompletableFuture<Result> future) {

    static PendingCommand of(Command command, Principal principal, String key, Instant deadline) {
        return new PendingCommand(
                command,
                principal,
                principal.user() + ":" + key,
                fingerprint(command),
                deadline,
                new CompletableFuture<>());
    }

    private static String fingerprint(Command command) {
        try {
            byte[] text = Json.write(command).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
