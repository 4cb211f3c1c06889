package io.edog.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no client library would send: refused, and never our fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddRequestTest {
    private final Rig rig = new Rig();

    @AfterAll
    void stop() throws Exception {
        rig.close();
    }

    private int status(String method, String target, String headers, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", rig.uri("/").getPort())) {
            String request = method + " /api/v1" + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + rig.admin + "\r\n" + headers + "\r\n" + body;
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(reply).doesNotContain("Exception", "at io.edog");
            return Integer.parseInt(reply.split(" ", 3)[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vms?limit=%zz",
                "/vms?q=%ff%fe",
                "/vms?q=%",
                "/vms?sort=%00",
                "/vms?limit=1&limit=2",
                "/vms?&&=&=x",
                "/vms/%00",
                "/vms/%zz",
                "/vms/%ff",
                "/vms;a=b",
                "/vms/..;/x",
                "/vms//start",
                "//vms",
                "/vms/%2e%2e/x",
                "/tables/%2fetc",
                "/journal?from=99999999999999999999",
                "/vms?after=%00",
                "/",
                "",
            })
    void paths(String target) throws IOException {
        assertThat(status("GET", target, "", "")).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: garbage",
                "Accept: a/b/c;q=x",
                "Accept:",
                "Content-Type: garbage",
                "Content-Type: application/json; charset=nonsense",
                "Content-Type: application/json;;;",
                "If-Match: \"\"",
                "If-None-Match: *",
                "If-Modified-Since: yesterday",
                "Range: bytes=0-",
                "Accept-Encoding: x",
                "Accept-Language: ;;;",
                "Cookie: =;=",
                "Edog-Min-Index: 1e9",
                "X-HTTP-Method-Override: DELETE",
                "X-Forwarded-For: <script>",
            })
    void headers(String header) throws IOException {
        assertThat(status("GET", "/vms", header + "\r\n", ""))
                .isBetween(200, 501)
                .isNotEqualTo(500);
        int status = status("POST", "/volumes", header + "\r\nContent-Length: 2\r\n", "[]");
        assertThat(status).isBetween(400, 501).isNotEqualTo(500);
    }

    @Test
    void aBodyThatTricklesIn() throws Exception {
        HttpServer slow = new HttpServer(rig.backends, Configs.rest(Map.of("bodySeconds", 1)));
        try (Socket socket = new Socket("127.0.0.1", slow.port())) {
            OutputStream out = socket.getOutputStream();
            String head = "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 100\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            await().pollInterval(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        out.write(' ');
                        return socket.getInputStream().available() > 0;
                    });
            byte[] reply = socket.getInputStream().readNBytes(20);
            assertThat(new String(reply, StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 408");
        } finally {
            slow.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "HEAD", "PROPFIND", "get", "PUT", "PATCH"})
    void methods(String method) throws IOException {
        assertThat(status(method, "/vms", "", "")).isBetween(200, 501).isNotEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u00ff\u00fe{",
                "{\"name\":\"\\ud800\"}",
                "{\"name\":\"\\u0000\",\"sizeBytes\":1}",
                "{\"sizeBytes\":1e400}",
                "{\"sizeBytes\":-0}",
                "{\"sizeBytes\":NaN}",
                "{\"@type\":\"DeleteVm\",\"name\":\"x\"}",
                "{\"name\":{\"name\":{\"name\":1}}}",
                "{,}",
                "{} {}",
            })
    void bodies(String body) throws IOException {
        String headers = "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
        assertThat(status("POST", "/volumes", headers, body)).isBetween(400, 499);
    }
}
