package io.edog.api.service;

import java.util.Optional;

/**
 * Why something was refused or failed, after RFC 9457, with a cure.
 *
 * @param type short stable word for programs, such as {@code name-taken}
 * @param title the kind of problem, in a few words
 * @param status the HTTP status that goes with it
 * @param detail this very case, in a sentence
 * @param field the input field at fault, if one is
 * @param cure what to do about it, in a sentence
 */
public record Problem(
        String type, String title, int status, String detail, Optional<String> field, Optional<String> cure) {

    /** Input that can't be right: 400. */
    public static Problem invalid(String field, String detail, String cure) {
        return new Problem("invalid", "Invalid input", 400, detail, Optional.of(field), Optional.of(cure));
    }

    /** Not logged in: 401. */
    public static Problem unauthenticated(String detail, String cure) {
        return new Problem("unauthenticated", "Not logged in", 401, detail, Optional.empty(), Optional.of(cure));
    }

    /** Not allowed: 403. */
    public static Problem forbidden(String detail, String cure) {
        return new Problem("forbidden", "Not allowed", 403, detail, Optional.empty(), Optional.of(cure));
    }

    /** No such object, or not the caller's to see: 404. */
    public static Problem notFound(String what, String id) {
        return new Problem(
                "not-found",
                "Not found",
                404,
                "There is no " + what + " '" + id + "', or it is not yours.",
                Optional.empty(),
                Optional.of("List what there is and use an id or a name from there."));
    }

    /** Something the input names is not there: 422, at its field. */
    public static Problem unknownReference(String field, String what, String id) {
        return new Problem(
                "unknown-" + what,
                "Unknown " + what,
                422,
                "There is no " + what + " '" + id + "'.",
                Optional.of(field),
                Optional.of("List the " + what + "s and use an id or a name from there."));
    }

    /** A name or address in use: 409, at its field. */
    public static Problem taken(String field, String what, String value) {
        return new Problem(
                field + "-taken",
                "Already in use",
                409,
                "There is already a " + what + " with the " + field + " '" + value + "'.",
                Optional.of(field),
                Optional.of("Choose another " + field + "."));
    }

    /** Not in this state: 409. */
    public static Problem wrongState(String detail, String cure) {
        return new Problem("wrong-state", "Wrong state", 409, detail, Optional.empty(), Optional.of(cure));
    }

    /** The same idempotency key with another command: 422. */
    public static Problem keyReused() {
        return new Problem(
                "key-reused",
                "Idempotency key used before",
                422,
                "This Idempotency-Key was used with another request.",
                Optional.of("Idempotency-Key"),
                Optional.of("Use a fresh key for each new request."));
    }

    /** Can't be answered now: 503. */
    public static Problem unavailable(String detail, String cure) {
        return new Problem("unavailable", "Not available", 503, detail, Optional.empty(), Optional.of(cure));
    }

    /** Work that failed after it was accepted. */
    public static Problem failed(String type, String detail, String cure) {
        return new Problem(type, "Failed", 500, detail, Optional.empty(), Optional.of(cure));
    }
}
