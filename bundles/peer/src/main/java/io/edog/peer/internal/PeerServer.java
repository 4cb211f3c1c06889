package io.edog.peer.internal;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.edog.api.member.PeerService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers other managers. Who does not show a certificate of a manager of this cluster comes no further than TLS. New keys close
 * what was open with the old ones.
 */
@Component(service = PeerServer.class, immediate = true)
public final class PeerServer {
    private static final Logger LOG = LoggerFactory.getLogger(PeerServer.class);
    private static final int BACKLOG = 64;
    private static final long RETRY_SECONDS = 2;

    /** The manager of this node, while there is one. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable PeerService service;

    private final PeerKeys keys;
    private final PeerSettings settings;
    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService opener;
    private final Consumer<SSLContext> renew = this::renew;
    private Optional<HttpsServer> server = Optional.empty();
    private boolean closed;

    @Activate
    public PeerServer(@Reference PeerKeys keys) {
        this.keys = keys;
        this.settings = keys.settings();
        this.threads = Pools.bounded(
                "edog-peer-server",
                settings.limits().serverThreads(),
                settings.limits().pending());
        this.opener = Executors.newSingleThreadScheduledExecutor(Pools.named("edog-peer-opener"));
        keys.use(renew);
    }

    private void renew(SSLContext context) {
        settings.address().ifPresent(address -> opener.execute(() -> open(address, context)));
    }

    private synchronized void open(String address, SSLContext context) {
        if (closed) {
            return;
        }
        shut();
        try {
            HttpsServer fresh = create(PeerSettings.parse(address), context);
            fresh.start();
            server = Optional.of(fresh);
            LOG.info("answering other managers at {}", address);
        } catch (IOException e) {
            LOG.warn("can't answer other managers at {}, trying again: {}", address, e.getMessage());
            Future<?> unused = opener.schedule(() -> open(address, context), RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private HttpsServer create(InetSocketAddress address, SSLContext context) throws IOException {
        HttpsServer fresh = HttpsServer.create(address, BACKLOG);
        fresh.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters strict = context.getDefaultSSLParameters();
                strict.setNeedClientAuth(true);
                parameters.setSSLParameters(strict);
            }
        });
        fresh.setExecutor(threads);
        fresh.createContext(Wire.COMMANDS, new CommandHandler(this::manager, settings.limits(), threads));
        fresh.createContext(Wire.STATE, new StateHandler(this::manager, settings));
        return fresh;
    }

    private Optional<PeerService> manager() {
        return Optional.ofNullable(service);
    }

    private void shut() {
        server.ifPresent(before -> before.stop(0));
        server = Optional.empty();
    }

    @Deactivate
    public void close() {
        keys.leave(renew);
        synchronized (this) {
            closed = true;
            shut();
        }
        opener.shutdownNow();
        threads.shutdownNow();
    }
}
