package io.edog.itests.history.cluster;

import io.edog.api.bus.HostBus;
import io.edog.cluster.internal.ClusterConfig;
import io.edog.cluster.internal.Connection;
import io.edog.cluster.internal.ZkHostBus;
import java.lang.reflect.Proxy;
import java.util.Map;

/** The real bus of hosts, outside of any container. */
public final class Bus implements AutoCloseable {
    private final Connection connection;
    private final ZkHostBus hosts;

    /** Connects with settings that are named as in {@link ClusterConfig}; the others have their defaults. */
    public Bus(Map<String, Object> settings) {
        connection = new Connection((ClusterConfig) Proxy.newProxyInstance(
                ClusterConfig.class.getClassLoader(), new Class<?>[] {ClusterConfig.class}, (self, method, args) -> {
                    Object value = settings.get(method.getName());
                    return value == null ? method.getDefaultValue() : value;
                }));
        hosts = new ZkHostBus(connection);
    }

    /** A host's end of it. */
    public HostBus hosts() {
        return hosts;
    }

    @Override
    public void close() {
        hosts.close();
        connection.close();
    }
}
