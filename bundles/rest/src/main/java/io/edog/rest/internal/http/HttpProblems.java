package io.edog.rest.internal.http;

import io.edog.api.service.Problem;
import java.util.Map;
import java.util.Optional;

/** The problems that HTTP itself brings. */
public final class HttpProblems {
    private record Text(String type, String title, String detail, String cure) {}

    private static final Map<Integer, Text> TEXTS = Map.of(
            400,
            new Text(
                    "bad-request",
                    "Bad request",
                    "The request can't be understood.",
                    "Compare it with the description at /api/docs/."),
            404,
            new Text(
                    "unknown-path",
                    "Not found",
                    "There is nothing at this path.",
                    "See /api/docs/ for the paths there are; all begin with /api/v1/."),
            405,
            new Text(
                    "wrong-method",
                    "Wrong method",
                    "This path does not take this method.",
                    "See /api/docs/ for the methods of each path."),
            406,
            new Text(
                    "not-acceptable",
                    "Not acceptable",
                    "This path can't answer in the form asked for.",
                    "Send 'Accept: application/json'."),
            415,
            new Text(
                    "unsupported-media-type",
                    "Unsupported media type",
                    "This path does not take a body of this type.",
                    "Send 'Content-Type: application/json'."));
    private static final Map<Integer, String> FIELDS =
            Map.of(404, "path", 405, "method", 406, "Accept", 415, "Content-Type");

    private HttpProblems() {}

    /** The problem of a bare HTTP status. */
    public static Problem ofStatus(int status) {
        Text text =
                TEXTS.getOrDefault(status, new Text("failed", "Failed", "HTTP status " + status + ".", "Try again."));
        return new Problem(
                text.type(),
                text.title(),
                status,
                text.detail(),
                Optional.ofNullable(FIELDS.get(status)),
                Optional.of(text.cure()));
    }

    /** Nobody known asks. */
    public static Problem noToken(String detail) {
        return new Problem(
                "unauthenticated",
                "Not logged in",
                401,
                detail,
                Optional.of("Authorization"),
                Optional.of("Log in with POST /api/v1/sessions, and send 'Authorization: Bearer <token>'."));
    }

    /** A body beyond the limit. */
    public static Problem tooLarge(Optional<String> field, int limit) {
        return new Problem(
                "too-large",
                "Request too large",
                413,
                "The request's body is larger than " + limit + " bytes.",
                field.or(() -> Optional.of("body")),
                Optional.of("Send less: no request needs as much."));
    }

    /** A body that trickles in. */
    static Problem tooSlow(long seconds) {
        return new Problem(
                "too-slow",
                "Request too slow",
                408,
                "The request's body did not come within " + seconds + " s.",
                Optional.of("body"),
                Optional.of("Send it at once."));
    }

    /** A body that ends too early; its sender is likely gone. */
    static Problem brokenOff() {
        return new Problem(
                "broken-off",
                "Request broken off",
                400,
                "The request's body ended before its length.",
                Optional.of("body"),
                Optional.of("Send it again."));
    }

    /** Our fault; the id finds it in the log. */
    public static Problem unexpected(String id) {
        return new Problem(
                "unexpected",
                "Unexpected error",
                500,
                "This should not have happened. It is in the log of this node as " + id + ".",
                Optional.empty(),
                Optional.of("Report it with that id; whether the request took effect can be seen in the journal."));
    }

    /** An answer that did not come in time. */
    public static Problem late() {
        return new Problem(
                "timed-out",
                "Timed out",
                503,
                "The cluster did not answer in time; the request may yet take effect.",
                Optional.empty(),
                Optional.of("Repeat it with the same Idempotency-Key, or look whether it took effect."));
    }

    /** An index that this node has not reached in time. */
    public static Problem behind(long min) {
        return new Problem(
                "behind",
                "Not there yet",
                503,
                "This node has not reached index " + min + " in time.",
                Optional.of(Headers.MIN_INDEX),
                Optional.of("Try again, or ask another manager."));
    }
}
