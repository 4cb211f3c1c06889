package io.edog.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A REST client of the plainest kind, as a script of a user's would be. Thread-safe. */
public final class Rest {
    /** Reads and writes JSON. */
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String base;
    private final Optional<String> token;
    private final Duration limit;

    /** An answer. */
    public record Reply(int status, JsonNode body, HttpHeaders headers) {
        /** Fails if it is another one. */
        public Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("wanted " + wanted + ", got " + status + ": " + body);
            }
            return this;
        }

        /** A field of its body; empty when it is not there. */
        public String text(String field) {
            return body.path(field).asText();
        }
    }

    private Rest(HttpClient http, String base, Optional<String> token, Duration limit) {
        this.http = http;
        this.base = base;
        this.token = token;
        this.limit = limit;
    }

    /** The API at an address such as {@code http://127.0.0.1:9501/api/v1}. */
    public static Rest at(String base) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        return new Rest(http, base, Optional.empty(), LIMIT);
    }

    /** The same, with a session. */
    public Rest login(String user, String password) {
        String body = JSON.createObjectNode()
                .put("user", user)
                .put("password", password)
                .toString();
        return with(post("/sessions", body).expect(201).text("token"));
    }

    /** The same, with a token. */
    public Rest with(String bearer) {
        return new Rest(http, base, Optional.of(bearer), limit);
    }

    /** The same, with another limit for each request; 30 s without. */
    public Rest limit(Duration other) {
        return new Rest(http, base, token, other);
    }

    /** The token it uses; empty without one. */
    public Optional<String> token() {
        return token;
    }

    public Reply get(String path) {
        return call("GET", path, Optional.empty());
    }

    public Reply post(String path, String body) {
        return call("POST", path, Optional.of(body));
    }

    public Reply patch(String path, String body) {
        return call("PATCH", path, Optional.of(body));
    }

    public Reply delete(String path) {
        return call("DELETE", path, Optional.empty());
    }

    public Reply call(String method, String path, Optional<String> body, String... headers) {
        try {
            return send(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Like {@link #call}, for those who expect the other end to die meanwhile. */
    public Reply send(String method, String path, Optional<String> body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(limit)
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElse(HttpRequest.BodyPublishers.noBody()));
        body.ifPresent(b -> request.header("Content-Type", "application/json"));
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), parse(response.body()), response.headers());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /**
     * The items of all pages of a list.
     *
     * @param path with a query, at least a limit
     * @param cursor the parameter that takes what a page says is next
     */
    public List<JsonNode> all(String path, String cursor) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get(next.isEmpty() ? path : path + "&" + cursor + "=" + next)
                    .expect(200)
                    .body();
            page.path("items").forEach(items::add);
            next = page.path("next").asText("");
        } while (!next.isEmpty());
        return items;
    }

    private static JsonNode parse(String body) throws IOException {
        return body.isBlank() || body.charAt(0) == '<' ? JSON.getNodeFactory().textNode(body) : JSON.readTree(body);
    }
}
