package io.edog.manager.internal;

import io.edog.api.command.Command;
import io.edog.api.journal.Epoch;
import io.edog.api.json.Json;
import io.edog.api.member.Forwarded;
import io.edog.api.member.ForwardedCommand;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.api.service.Result;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A command on its way, under a key that finds its outcome again whatever happens in between.
 *
 * @param key the idempotency key
 * @param fingerprint SHA-256 of the command, hex
 * @param deadline when whoever gave it is told that the outcome is not known yet, by the steady clock
 * @param takenIn the epoch in which another manager gave it to this one: it decides it in that epoch or never, since that manager
 *     asks whoever leads next; empty for a command of its own callers
 */
record PendingCommand(
        Command command,
        Principal principal,
        String key,
        String fingerprint,
        Instant deadline,
        Optional<Epoch> takenIn,
        CompletableFuture<Forwarded> future) {

    /** A command of a caller of this manager. */
    static PendingCommand own(Command command, Principal principal, String key, Instant deadline) {
        return new PendingCommand(
                command, principal, key, fingerprint(command), deadline, Optional.empty(), new CompletableFuture<>());
    }

    /** A command that another manager took in. */
    static PendingCommand of(ForwardedCommand from, Epoch epoch, Instant now) {
        return new PendingCommand(
                from.command(),
                from.principal(),
                from.key(),
                fingerprint(from.command()),
                now.plus(from.limit()),
                Optional.of(epoch),
                new CompletableFuture<>());
    }

    /** Under what its outcome is kept: users do not share keys. */
    String outcomeId() {
        return principal.user() + ":" + key;
    }

    boolean forwarded() {
        return takenIn.isPresent();
    }

    /** It as it is sent to another manager, for an attempt no longer than a limit. */
    ForwardedCommand forward(Instant now, Duration limit) {
        Duration left = Duration.between(now, deadline);
        return new ForwardedCommand(command, principal, key, left.compareTo(limit) < 0 ? left : limit);
    }

    void decided(Result result) {
        future.complete(new Forwarded.Decided(result));
    }

    /** Tells whoever waits that it may or may not have been done. */
    void undecided(String why) {
        future.complete(forwarded() ? new Forwarded.Undecided(why) : new Forwarded.Decided(late(why)));
    }

    /** What a caller of this manager learns. */
    CompletableFuture<Result> result() {
        return future.thenApply(answer -> ((Forwarded.Decided) answer).result());
    }

    private static Result late(String why) {
        return new Result.Refused(Problem.unavailable(
                "The command was not decided in time: " + why + ".",
                "Ask again under the same Idempotency-Key: it is done at most once."));
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
