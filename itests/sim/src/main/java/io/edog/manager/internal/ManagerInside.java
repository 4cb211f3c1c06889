package io.edog.manager.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** What of the manager only its own package sees. */
public final class ManagerInside {
    private ManagerInside() {}

    /** The limits that ship, but for those given, which are named as in {@link ManagerConfig}. */
    public static EngineLimits limits(Map<String, Object> given) {
        return EngineLimits.of((ManagerConfig) Proxy.newProxyInstance(
                ManagerConfig.class.getClassLoader(), new Class<?>[] {ManagerConfig.class}, (self, method, args) -> {
                    Object value = given.get(method.getName());
                    return value == null ? method.getDefaultValue() : value;
                }));
    }
}
