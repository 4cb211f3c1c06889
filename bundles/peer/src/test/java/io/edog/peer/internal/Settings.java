package io.edog.peer.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;

/** Settings with their defaults but for given ones, which are named as in {@link PeerConfig}. */
final class Settings {
    private Settings() {}

    static PeerSettings of(Map<String, Object> given) {
        return PeerSettings.of((PeerConfig) Proxy.newProxyInstance(
                PeerConfig.class.getClassLoader(), new Class<?>[] {PeerConfig.class}, (self, method, args) -> {
                    Object value = given.get(method.getName());
                    return value == null ? method.getDefaultValue() : value;
                }));
    }

    static PeerSettings at(String address, Path tls) {
        return of(Map.of(
                "address", address,
                "tls", tls.toString(),
                "keys_check_ms", 50,
                "connect_limit_ms", 20_000,
                "command_limit_ms", 60_000,
                "server_threads", 4));
    }

    static String freeAddress() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
