package io.edog.storage.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Storage with the configuration a test wants. */
final class TestStorage {
    private TestStorage() {}

    static DirStorage open(String pools, String importDirs) {
        Map<String, Object> set = Map.of("pools", pools, "importDirs", importDirs);
        return new DirStorage((StorageConfig) Proxy.newProxyInstance(
                StorageConfig.class.getClassLoader(),
                new Class<?>[] {StorageConfig.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue())));
    }
}
