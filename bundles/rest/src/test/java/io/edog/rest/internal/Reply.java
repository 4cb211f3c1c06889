package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.edog.api.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** A reply, as tests look at it. */
record Reply(HttpResponse<String> http) {
    int status() {
        return http.statusCode();
    }

    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return Json.mapper().readTree(http.body());
        } catch (IOException e) {
            throw new UncheckedIOException(http.body(), e);
        }
    }

    String text(String field) {
        return json().path(field).asText();
    }

    Reply expect(int status) {
        assertThat(status()).as(http.request() + " " + http.body()).isEqualTo(status);
        assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header("Cache-Control")).isNotEmpty();
        return this;
    }

    /** A whole problem, at a field. */
    Reply problem(int status, String type, String field) {
        expect(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("type")).isEqualTo(type);
        assertThat(text("field")).isEqualTo(field);
        assertThat(json().path("status").asInt()).isEqualTo(status);
        assertThat(text("title")).isNotBlank();
        assertThat(text("detail")).isNotBlank().doesNotContain("Exception", "io.edog");
        assertThat(text("cure")).isNotBlank();
        assertThat(http.body()).hasSizeLessThan(1000);
        return this;
    }
}
