package io.edog.rbac.internal;

import io.edog.api.service.ClusterService;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries, less and less often, until the cluster has a user. */
@Component(
        service = FirstAdministratorComponent.class,
        immediate = true,
        configurationPid = RbacConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FirstAdministratorComponent {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministratorComponent.class);
    private static final Duration SUBMIT_LIMIT = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MS = 250;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final FirstAdministrator first;
    private final ScheduledExecutorService executor;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ClusterService service;

    @Activate
    public FirstAdministratorComponent(RbacConfig config) {
        SecureRandom random = new SecureRandom();
        this.first = new FirstAdministrator(
                new PasswordFile(Path.of(config.passwordFile())),
                AccountsService.hasher(config, random),
                new PasswordGenerator(random),
                SUBMIT_LIMIT);
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "edog-rbac-first-administrator");
            thread.setDaemon(true);
            return thread;
        });
        tryAgainIn(FIRST_PAUSE_MS);
    }

    @Deactivate
    void deactivate() {
        executor.shutdownNow();
    }

    private void tryAgainIn(long pauseMs) {
        Future<?> unused = executor.schedule(() -> attempt(pauseMs), pauseMs, TimeUnit.MILLISECONDS);
    }

    private void attempt(long pauseMs) {
        if (done()) {
            executor.shutdown();
        } else if (!executor.isShutdown()) {
            tryAgainIn(Math.min(pauseMs * 2, LONGEST_PAUSE_MS));
        }
    }

    private boolean done() {
        ClusterService cluster = service;
        try {
            return cluster != null && first.step(cluster);
        } catch (IOException e) {
            LOG.error("the first administrator's password can't be written: {}", e.toString());
            return false;
        } catch (RuntimeException e) {
            LOG.error("the first administrator could not be created", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
