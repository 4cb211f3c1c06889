package io.edog.itests.container.hotswap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Talks to the node over HTTP, as its users do. */
record Rest(HttpClient http, Optional<String> token) {
    static final String API = "/api/v1";
    static final String PAGE = "/ui/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** An answer; the text is parsed when it is asked for. */
    record Reply(int status, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(text, e);
            }
        }

        Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("wanted " + wanted + ", got " + status + ": " + text);
            }
            return this;
        }
    }

    static Rest anonymous() {
        return new Rest(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), Optional.empty());
    }

    Rest login(String user, String password) {
        Reply session = post(API + "/sessions", Map.of("user", user, "password", password));
        return new Rest(
                http, Optional.of(session.expect(201).json().path("token").asText()));
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, Map<String, Object> body) {
        return send(request(path).header("Content-Type", "application/json").POST(publisher(body)));
    }

    private HttpRequest.Builder request(String path) {
        URI uri = URI.create("http://127.0.0.1:" + Settings.get(Settings.HTTP_PORT) + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(LIMIT);
        token.ifPresent(t -> request.header("Authorization", "Bearer " + t));
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static BodyPublisher publisher(Map<String, Object> body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
