package io.edog.peer.internal;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server says. */
final class Replies {
    static final int OK = 200;
    static final int BAD = 400;
    static final int UNAVAILABLE = 503;

    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final long NO_BODY = -1;
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);

    private Replies() {}

    /** Whether it is the right request; if not, it is answered. */
    static boolean proper(HttpExchange exchange, String method, String path) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(path)) {
            status(exchange, NOT_FOUND);
            return false;
        }
        if (!exchange.getRequestMethod().equals(method)) {
            status(exchange, NOT_ALLOWED);
            return false;
        }
        return true;
    }

    static void status(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, NO_BODY);
        }
    }

    static void json(HttpExchange exchange, Object value) {
        byte[] body = Wire.bytes(value);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(OK, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        } catch (IOException e) {
            LOG.debug("the manager at {} went away before its answer", exchange.getRemoteAddress(), e);
        }
    }
}
