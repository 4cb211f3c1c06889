package io.edog.itests.history;

import io.edog.itests.history.cluster.Cluster;
import io.edog.itests.history.cluster.LocalCluster;
import io.edog.itests.history.cluster.RigCluster;
import io.edog.itests.rig.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives one cluster of three managers to all tests that ask for it; it ends after the last. */
public final class SharedCluster implements ParameterResolver {
    private static final int MANAGERS = 3;

    /** Closes it at the end of the run. */
    private record Held(Cluster cluster) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            cluster.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Held.class, key -> new Held(start()), Held.class)
                .cluster();
    }

    /** The rig; or, for a quick look, processes on loopback, of which nothing can be cut. */
    private static Cluster start() {
        try {
            return System.getProperty("edog.cluster", "rig").equals("local")
                    ? new LocalCluster(LocalCluster.build(), MANAGERS, Map.of())
                    : new RigCluster(Rig.cluster(MANAGERS, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
