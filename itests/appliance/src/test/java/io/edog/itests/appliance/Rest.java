package io.edog.itests.appliance;

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
import java.util.Optional;

/** A REST client of the plainest kind, as a script of a user's would be. */
final class Rest {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String base;
    private final Optional<String> token;

    /** An answer. */
    record Reply(int status, JsonNode body, HttpHeaders headers) {
        Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("wanted " + wanted + ", got " + status + ": " + body);
            }
            return this;
        }

        String text(String field) {
            return body.path(field).asText();
        }
    }

    private Rest(String base, Optional<String> token) {
        this.base = base;
        this.token = token;
    }

    static Rest at(String base) {
        return new Rest(base, Optional.empty());
    }

    Rest login(String user, String password) {
        String body = JSON.createObjectNode()
                .put("user", user)
                .put("password", password)
                .toString();
        return with(post("/sessions", body).expect(201).text("token"));
    }

    Rest with(String bearer) {
        return new Rest(base, Optional.of(bearer));
    }

    Reply get(String path) {
        return call("GET", path, Optional.empty());
    }

    Reply post(String path, String body) {
        return call("POST", path, Optional.of(body));
    }

    Reply patch(String path, String body) {
        return call("PATCH", path, Optional.of(body));
    }

    Reply delete(String path) {
        return call("DELETE", path, Optional.empty());
    }

    Reply call(String method, String path, Optional<String> body, String... headers) {
        try {
            return send(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Like {@link #call}, for those who expect the other end to die meanwhile. */
    Reply send(String method, String path, Optional<String> body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
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

    private static JsonNode parse(String body) throws IOException {
        return body.isBlank() || body.charAt(0) == '<' ? JSON.getNodeFactory().textNode(body) : JSON.readTree(body);
    }
}
