package io.edog.rbac.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A configuration as it ships, but with a cheap hash and what a test changes. */
final class Configs {
    private Configs() {}

    static RbacConfig with(Map<String, Object> changes) {
        Map<String, Object> values = new HashMap<>(Map.of("argon2MemoryKiB", 64, "argon2Iterations", 1));
        values.putAll(changes);
        return (RbacConfig) Proxy.newProxyInstance(
                Configs.class.getClassLoader(),
                new Class<?>[] {RbacConfig.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
