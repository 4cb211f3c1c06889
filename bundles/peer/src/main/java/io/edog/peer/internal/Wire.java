package io.edog.peer.internal;

import io.edog.api.json.Json;
import io.edog.api.member.Forwarded;
import io.edog.api.service.Problem;
import io.edog.api.service.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What became of a command, as it is sent.
 *
 * @param leading whether the manager asked led: else nothing was done
 * @param accepted if it was decided so
 * @param refused if it was decided so; neither: it is undecided
 * @param why it is undecided
 */
record Wire(boolean leading, Optional<Result.Accepted> accepted, Optional<Problem> refused, String why) {
    static final String COMMANDS = "/v1/commands";
    static final String STATE = "/v1/state";

    private static final Wire NOT_LEADING = new Wire(false, Optional.empty(), Optional.empty(), "");

    static Wire of(Forwarded forwarded) {
        if (forwarded instanceof Forwarded.Decided decided) {
            return decided.result() instanceof Result.Accepted accepted
                    ? new Wire(true, Optional.of(accepted), Optional.empty(), "")
                    : new Wire(true, Optional.empty(), Optional.of(((Result.Refused) decided.result()).problem()), "");
        }
        return forwarded instanceof Forwarded.Undecided undecided
                ? new Wire(true, Optional.empty(), Optional.empty(), undecided.why())
                : NOT_LEADING;
    }

    Forwarded forwarded() {
        if (!leading) {
            return new Forwarded.NotLeading();
        }
        Optional<Result> result = accepted.map(Result.class::cast).or(() -> refused.map(Result.Refused::new));
        return result.<Forwarded>map(Forwarded.Decided::new).orElseGet(() -> new Forwarded.Undecided(why));
    }

    static byte[] bytes(Object value) {
        return Json.write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a message to its end, if it has one within the limit. */
    static <T> T read(InputStream in, int limit, Class<T> type) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new IOException("the message has more than " + limit + " bytes");
        }
        return Json.read(new String(bytes, StandardCharsets.UTF_8), type);
    }
}
