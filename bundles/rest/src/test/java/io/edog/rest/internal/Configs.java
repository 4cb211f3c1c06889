package io.edog.rest.internal;

import io.edog.manager.internal.ManagerConfig;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Configurations as they ship, but for what a test changes. */
final class Configs {
    private Configs() {}

    static RestConfig rest(Map<String, Object> changes) {
        return of(RestConfig.class, changes);
    }

    static ManagerConfig manager() {
        return of(ManagerConfig.class, Map.of("index_wait_ms", 300L));
    }

    private static <T> T of(Class<T> type, Map<String, Object> changes) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> changes.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
