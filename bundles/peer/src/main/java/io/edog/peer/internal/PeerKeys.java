package io.edog.peer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings, and the keys as they are now: they are looked at again and again, and who uses them is told of new ones. */
@Component(
        service = PeerKeys.class,
        configurationPid = "io.edog.peer",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PeerConfig.class)
public final class PeerKeys {
    private static final Logger LOG = LoggerFactory.getLogger(PeerKeys.class);

    private final PeerSettings settings;
    private final TrustNotices notices;
    private final List<Consumer<SSLContext>> users = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService clock;
    private Optional<KeyFiles> files = Optional.empty();
    private Optional<SSLContext> context = Optional.empty();
    private String trouble = "";

    @Activate
    public PeerKeys(PeerConfig config) {
        this(PeerSettings.of(config));
    }

    PeerKeys(PeerSettings settings) {
        this(settings, new TrustNotices(LOG::warn, LOG::info));
    }

    PeerKeys(PeerSettings settings, TrustNotices notices) {
        this.settings = settings;
        this.notices = notices;
        this.clock = Executors.newSingleThreadScheduledExecutor(Pools.named("edog-peer-keys"));
        settings.tls().ifPresent(this::follow);
    }

    private void follow(Path directory) {
        look(directory);
        long pause = settings.limits().keysCheck().toMillis();
        Future<?> unused = clock.scheduleWithFixedDelay(() -> look(directory), pause, pause, TimeUnit.MILLISECONDS);
    }

    PeerSettings settings() {
        return settings;
    }

    /** Where is said who is not trusted. */
    TrustNotices notices() {
        return notices;
    }

    /** Calls with the present keys, if there are any, and with each later ones, until the end. */
    synchronized void use(Consumer<SSLContext> user) {
        users.add(user);
        context.ifPresent(user);
    }

    synchronized void leave(Consumer<SSLContext> user) {
        users.remove(user);
    }

    /** Keys that are not good change nothing: those before them stay in use. */
    private synchronized void look(Path directory) {
        try {
            KeyFiles now = KeyFiles.read(directory);
            if (files.filter(now::equals).isEmpty()) {
                take(directory, now);
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            tell(directory + " holds no keys that can be used: " + e);
        } catch (RuntimeException e) {
            LOG.error("the keys in {} could not be taken up", directory, e);
        }
    }

    private void take(Path directory, KeyFiles now) throws GeneralSecurityException {
        SSLContext fresh = now.context(notices);
        LOG.info("{} keys from {}", files.isPresent() ? "new" : "using the", directory);
        files = Optional.of(now);
        context = Optional.of(fresh);
        trouble = "";
        users.forEach(user -> user.accept(fresh));
    }

    private void tell(String now) {
        if (!now.equals(trouble)) {
            trouble = now;
            LOG.error("{}", now);
        }
    }

    @Deactivate
    public void close() {
        clock.shutdownNow();
    }
}
