package io.edog.itests.appliance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Says that it is well, where it is told to listen, and does nothing else. */
final class HealthyKaraf {
    private static final byte[] WELL = "{\"status\":\"ok\"}".getBytes(StandardCharsets.UTF_8);

    private HealthyKaraf() {}

    public static void main(String[] words) throws IOException {
        InetSocketAddress here = new InetSocketAddress(
                System.getProperty("edog.http.host", ""), Integer.getInteger("edog.http.port", 0));
        HttpServer server = HttpServer.create(here, 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, WELL.length);
            exchange.getResponseBody().write(WELL);
            exchange.close();
        });
        server.start();
    }
}
