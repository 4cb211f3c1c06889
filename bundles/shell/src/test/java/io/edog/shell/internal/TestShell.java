package io.edog.shell.internal;

import io.edog.shell.internal.command.Commands;
import io.edog.shell.internal.command.OptionsFirst;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.apache.felix.gogo.runtime.Token;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.Function;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.RegistryImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.jspecify.annotations.Nullable;

/** Karaf's real shell with our commands in it, without the rest of Karaf. */
public final class TestShell implements AutoCloseable {
    /** It replaces System.out, and a command that ends late puts it there again: so once and for all. */
    private static final ThreadIOImpl THREAD_IO = started();

    private final SessionFactoryImpl sessions;
    private final ManagerImpl manager;

    private TestShell(Edge edge) {
        sessions = new StringsForTokens();
        RegistryImpl services = new RegistryImpl(sessions);
        services.register(edge);
        manager = new ManagerImpl(services, sessions);
        Commands.ALL.forEach(manager::register);
        manager.register(OptionsFirst.class);
    }

    public static TestShell of(@Nullable FakeCluster cluster, @Nullable FakeAccounts accounts) {
        Limits limits = new Limits(Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofSeconds(20));
        return new TestShell(new Edge(limits, new Features(features()), cluster, accounts));
    }

    public SessionFactory sessions() {
        return sessions;
    }

    /** A completer as Karaf makes it. */
    public <T> T instance(Class<T> type) {
        try {
            return manager.instantiate(type);
        } catch (Exception e) { // what the interface declares
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sessions.stop();
    }

    /** As the container's own factory does, which needs OSGi: commands get strings, not Gogo's tokens. */
    private static final class StringsForTokens extends SessionFactoryImpl {
        StringsForTokens() {
            super(THREAD_IO);
        }

        @Override
        protected Function wrap(Command command) {
            Function karafs = super.wrap(command);
            return (session, arguments) -> {
                arguments.replaceAll(argument -> argument instanceof Token ? argument.toString() : argument);
                return karafs.execute(session, arguments);
            };
        }
    }

    private static ThreadIOImpl started() {
        ThreadIOImpl threadIo = new ThreadIOImpl();
        threadIo.start();
        return threadIo;
    }

    private static FeaturesService features() {
        Feature[] installed = {feature("edog-rest", "0.1.0"), feature("shell", "4.4.10"), feature("edog-core", "0.1.0")
        };
        return proxy(FeaturesService.class, "listInstalledFeatures", installed, "", "");
    }

    private static Feature feature(String name, String version) {
        return proxy(Feature.class, "getName", name, "getVersion", version);
    }

    private static <T> T proxy(Class<T> type, String first, Object one, String second, Object two) {
        Object proxy = Proxy.newProxyInstance(
                TestShell.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals(first)) {
                        return one;
                    }
                    if (method.getName().equals(second)) {
                        return two;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        return type.cast(proxy);
    }
}
