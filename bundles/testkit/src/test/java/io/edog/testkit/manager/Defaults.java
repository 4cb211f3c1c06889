package io.edog.testkit.manager;

import io.edog.manager.internal.ManagerConfig;
import java.lang.reflect.Proxy;

/** The configuration that ships. */
final class Defaults {
    private Defaults() {}

    static ManagerConfig config() {
        return (ManagerConfig) Proxy.newProxyInstance(
                ManagerConfig.class.getClassLoader(),
                new Class<?>[] {ManagerConfig.class},
                (proxy, method, arguments) -> method.getDefaultValue());
    }
}
