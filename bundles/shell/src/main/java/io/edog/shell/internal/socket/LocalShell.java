package io.edog.shell.internal.socket;

import io.edog.shell.internal.ShellConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The local shell: a socket over which whoever is root here, or owns this process, gives commands without a log-in. */
@Component(service = LocalShell.class, immediate = true, configurationPid = ShellConfig.PID)
@Designate(ocd = ShellConfig.class)
public final class LocalShell {

    private static final Logger LOG = LoggerFactory.getLogger(LocalShell.class);
    private static final String DATA = "edog.data";
    private static final String ROLES = "karaf.local.roles";
    private static final String DEFAULT_ROLES = "admin,manager,viewer,systembundles";

    private final Optional<Path> path;
    private final Optional<ShellServer> server;

    @Activate
    public LocalShell(BundleContext context, ShellConfig config, @Reference SessionFactory sessions) {
        this.path = path(config.socket(), Optional.ofNullable(context.getProperty(DATA)));
        String roles = Optional.ofNullable(context.getProperty(ROLES)).orElse(DEFAULT_ROLES);
        CommandRunner runner = new CommandRunner(sessions, CommandRunner.localRoles(roles));
        this.server = path.flatMap(file -> serve(file, config, runner));
    }

    private static Optional<ShellServer> serve(Path file, ShellConfig config, CommandRunner runner) {
        try {
            ShellServer server = new ShellServer(
                    SocketFile.listen(file),
                    runner,
                    config.maxConnections(),
                    Duration.ofSeconds(config.commandLimitSeconds()));
            server.start();
            LOG.info("The local shell listens at {}", file);
            return Optional.of(server);
        } catch (IOException e) {
            LOG.error("There is no local shell: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Path> path(String configured, Optional<String> data) {
        if (!configured.isEmpty()) {
            return Optional.of(Path.of(configured));
        }
        if (data.isEmpty()) {
            LOG.warn("There is no local shell: neither 'socket' of {} nor {} is set", ShellConfig.PID, DATA);
        }
        return data.map(directory -> Path.of(directory, "run", "shell.sock"));
    }

    @Deactivate
    void stop() {
        server.ifPresent(running -> {
            try {
                running.close();
                Files.deleteIfExists(path.orElseThrow());
            } catch (IOException e) {
                LOG.warn("The local shell did not end in order: {}", e.getMessage());
            }
        });
    }
}
