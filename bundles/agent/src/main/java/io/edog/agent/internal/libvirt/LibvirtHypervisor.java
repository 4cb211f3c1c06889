package io.edog.agent.internal.libvirt;

import io.edog.agent.internal.CallTimeoutException;
import io.edog.agent.internal.Reason;
import io.edog.agent.internal.TimedCalls;
import io.edog.api.bus.Daemon;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainSpec;
import io.edog.api.hypervisor.Hypervisor;
import io.edog.api.hypervisor.HypervisorEvent;
import io.edog.api.hypervisor.HypervisorException;
import io.edog.api.hypervisor.HypervisorSilentException;
import io.edog.api.journal.Subscription;
import io.edog.libvirt.LibvirtConnection;
import io.edog.libvirt.LibvirtFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libvirt as the hypervisor of this host. Only {@link #domains()} opens connections; every other call fails at once while
 * there is none.
 */
public final class LibvirtHypervisor implements Hypervisor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtHypervisor.class);
    private static final int KEEP_ALIVE_SECONDS = 1;
    private static final int KEEP_ALIVE_COUNT = 3;
    private static final int OPEN_CALLS = 64;
    private static final int VIR_DOMAIN_START_PAUSED = 1;

    private final LibvirtSettings settings;
    private final TimedCalls calls = new TimedCalls("edog-libvirt", OPEN_CALLS);
    private final LibvirtLink link;
    private final MachineFinder machine;
    private final List<Consumer<HypervisorEvent>> listeners = new CopyOnWriteArrayList<>();
    private volatile DomainLister lister = new DomainLister();

    public LibvirtHypervisor(LibvirtSettings settings, InstantSource clock) {
        this.settings = settings;
        LibvirtSettings.Limits limits = settings.limits();
        DaemonRestarter restarter =
                new DaemonRestarter(settings.restartCommand(), limits.restart(), limits.restarts(), clock);
        this.link = new LibvirtLink(this::open, calls, limits.open(), restarter, clock);
        this.machine = new MachineFinder(settings, calls);
    }

    private LibvirtLink.Opened open() throws LibvirtFailure {
        LibvirtConnection connection = LibvirtConnection.open(settings.uri());
        try {
            return prepared(connection);
        } catch (LibvirtFailure e) {
            connection.close();
            throw e;
        }
    }

    private LibvirtLink.Opened prepared(LibvirtConnection connection) throws LibvirtFailure {
        connection.keepAlive(KEEP_ALIVE_SECONDS, KEEP_ALIVE_COUNT);
        connection.onLifecycle(
                (uuid, event, detail) -> tell(new HypervisorEvent.OfDomain(uuid, LibvirtStates.kind(event, detail))));
        connection.onClose(() -> tell(new HypervisorEvent.OfDaemon()));
        lister = new DomainLister();
        calls.leave("finding out how guests run", this::findMachine);
        return new LibvirtLink.Opened(connection, connection.version());
    }

    /** Before the first guest needs to know; should it fail, that guest tries again. */
    private void findMachine() {
        try {
            machine.find();
        } catch (HypervisorSilentException e) {
            LOG.debug("{}", e.getMessage());
        }
    }

    private void tell(HypervisorEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    @Override
    public List<Domain> domains() {
        LibvirtConnection connection = link.connect();
        try {
            List<Domain> domains =
                    call(connection, "listing domains", settings.limits().list(), () -> lister.list(connection));
            link.answered();
            return domains;
        } catch (HypervisorSilentException e) {
            link.lost(connection, Reason.of(e));
            throw e;
        }
    }

    @Override
    public void createPaused(DomainSpec spec) {
        LibvirtConnection connection = link.current();
        DomainXml xml = new DomainXml(machine.find(), settings.consoleDir(), new DirectIo());
        String text = xml.of(spec);
        call(connection, "creating a domain", settings.limits().create(), () -> {
            connection.create(text, VIR_DOMAIN_START_PAUSED);
            return spec;
        });
    }

    @Override
    public void resume(DomainKey key) {
        act(key, "resuming a domain", settings.limits().act(), LibvirtConnection::resume);
    }

    @Override
    public void suspend(DomainKey key) {
        act(key, "suspending a domain", settings.limits().act(), LibvirtConnection::suspend);
    }

    @Override
    public void pressPowerButton(DomainKey key) {
        act(key, "pressing the power button", settings.limits().act(), LibvirtConnection::pressPowerButton);
    }

    @Override
    public void reboot(DomainKey key) {
        act(key, "asking for a reboot", settings.limits().act(), LibvirtConnection::reboot);
    }

    @Override
    public void reset(DomainKey key) {
        act(key, "resetting a domain", settings.limits().act(), LibvirtConnection::reset);
    }

    @Override
    public void destroy(DomainKey key, boolean force) {
        act(key, "destroying a domain", settings.limits().destroy(), (on, uuid) -> on.destroy(uuid, !force));
    }

    @Override
    public Daemon daemon() {
        return link.daemon();
    }

    @Override
    public Subscription events(Consumer<HypervisorEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        listeners.clear();
        link.close();
        calls.close();
    }

    private interface Action {
        void on(LibvirtConnection connection, String uuid) throws LibvirtFailure;
    }

    /** Acts on a domain after a look at its run: the domain of that id may be another by now. */
    private void act(DomainKey key, String what, Duration limit, Action action) {
        LibvirtConnection connection = link.current();
        call(connection, what, limit, () -> {
            boolean there = connection
                    .metadata(key.vm(), Metadata.NAMESPACE)
                    .flatMap(Metadata::parse)
                    .filter(it -> it.key().equals(key))
                    .isPresent();
            if (!there) {
                throw new HypervisorException("there is no domain of " + key);
            }
            action.on(connection, key.vm());
            return key;
        });
    }

    private <T> T call(LibvirtConnection connection, String what, Duration limit, LibvirtFailed.Call<T> call) {
        try {
            return calls.call(what, limit, LibvirtFailed.carried(call));
        } catch (CallTimeoutException e) {
            throw new HypervisorSilentException(Reason.of(e), e);
        } catch (LibvirtFailed e) {
            String why = Reason.of(e);
            throw connection.alive()
                    ? new HypervisorException(why, e)
                    : new HypervisorSilentException(what + ": " + why, e);
        }
    }
}
