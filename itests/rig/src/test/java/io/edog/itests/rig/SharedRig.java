package io.edog.itests.rig;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives one rig, meant for three managers and two agents, to all classes that ask for it; it goes after the last. */
final class SharedRig implements ParameterResolver {
    /** Closes it at the end of the run. */
    private record Held(Rig rig) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
        @Override
        public void close() {
            rig.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Rig.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .getOrComputeIfAbsent(Held.class, key -> new Held(Rig.unpacked(3, 2)), Held.class)
                .rig();
    }
}
