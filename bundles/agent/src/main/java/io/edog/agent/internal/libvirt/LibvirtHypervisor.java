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
import io.edog.api.hypervisor.NoSuchDomainException;
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
 * libvirt as the hypervisor of this host, over three connections, since libvirtd answers only a few calls on one at a
 * time: the pulse tells whether it answers at all, and what happens; the looks list domains; the work may take long.
 */
public final class LibvirtHypervisor implements Hypervisor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LibvirtHypervisor.class);
    private static final int KEEP_ALIVE_SECONDS = 1;
    private static final int KEEP_ALIVE_COUNT = 3;
    private static final int OPEN_CALLS = 128;
    private static final int VIR_DOMAIN_START_PAUSED = 1;

    private final LibvirtSettings settings;
    private final TimedCalls calls = new TimedCalls("edog-libvirt", OPEN_CALLS);
    private final LibvirtLink pulse;
    private final LibvirtLink sight;
    private final LibvirtLink work;
    private final Looks looks;
    private final MachineFinder machine;
    private final List<Consumer<HypervisorEvent>> listeners = new CopyOnWriteArrayList<>();
    private volatile DomainLister lister = new DomainLister();

    public LibvirtHypervisor(LibvirtSettings settings, InstantSource clock) {
        this.settings = settings;
        LibvirtSettings.Limits limits = settings.limits();
        DaemonRestarter restarter =
                new DaemonRestarter(settings.restartCommand(), limits.restart(), limits.restarts(), clock);
        DaemonRestarter nobody = new DaemonRestarter(List.of(), limits.restart(), 0, clock);
        this.pulse = new LibvirtLink(true, () -> open(this::forPulse), calls, limits.open(), restarter, clock);
        this.sight = new LibvirtLink(false, () -> open(this::forLooks), calls, limits.open(), nobody, clock);
        this.work = new LibvirtLink(false, () -> open(connection -> {}), calls, limits.open(), nobody, clock);
        this.looks = new Looks(calls, limits.list(), limits.one());
        this.machine = new MachineFinder(settings, calls);
    }

    private interface Preparation {
        void of(LibvirtConnection connection) throws LibvirtFailure;
    }

    private LibvirtLink.Opened open(Preparation preparation) throws LibvirtFailure {
        LibvirtConnection connection = LibvirtConnection.open(settings.uri());
        try {
            connection.keepAlive(KEEP_ALIVE_SECONDS, KEEP_ALIVE_COUNT);
            preparation.of(connection);
            return new LibvirtLink.Opened(connection, connection.version());
        } catch (LibvirtFailure e) {
            connection.close();
            throw e;
        }
    }

    private void forPulse(LibvirtConnection connection) throws LibvirtFailure {
        connection.onLifecycle(
                (uuid, event, detail) -> tell(new HypervisorEvent.OfDomain(uuid, LibvirtStates.kind(event, detail))));
        connection.onClose(() -> tell(new HypervisorEvent.OfDaemon()));
        calls.leave("finding out how guests run", this::findMachine);
    }

    /** A lister serves one connection. */
    private void forLooks(LibvirtConnection connection) {
        lister = new DomainLister();
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
        LibvirtConnection beating = pulse.connect();
        try {
            call(beating, "asking for its version", settings.limits().ping(), beating::version);
            pulse.answered();
        } catch (HypervisorSilentException e) {
            throw pulse.lost(beating, Reason.of(e));
        }
        LibvirtConnection connection = sight.connect();
        try {
            return looks.look(connection, lister);
        } catch (CallTimeoutException e) {
            throw new HypervisorSilentException("libvirtd answers, but is busy: " + Reason.of(e), e);
        } catch (LibvirtFailed e) {
            throw failed(connection, "listing domains", e);
        }
    }

    @Override
    public void createPaused(DomainSpec spec) {
        LibvirtConnection connection = forWork();
        DomainXml xml = new DomainXml(machine.find(), settings.consoleDir(), new DirectIo());
        String text = xml.of(spec);
        looks.creating(spec.key().vm());
        try {
            call(connection, "creating a domain", settings.limits().create(), () -> {
                connection.create(text, VIR_DOMAIN_START_PAUSED);
                return spec;
            });
        } finally {
            looks.created(spec.key().vm());
        }
    }

    private LibvirtConnection forWork() {
        if (!pulse.daemon().up()) {
            throw new HypervisorSilentException(pulse.daemon().detail());
        }
        return work.connect();
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
        return pulse.daemon();
    }

    @Override
    public Subscription events(Consumer<HypervisorEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        listeners.clear();
        List.of(pulse, sight, work).forEach(LibvirtLink::close);
        calls.close();
    }

    private interface Action {
        void on(LibvirtConnection connection, String uuid) throws LibvirtFailure;
    }

    /** Acts on a domain after a look at its run: the domain of that id may be another by now. */
    private void act(DomainKey key, String what, Duration limit, Action action) {
        LibvirtConnection connection = forWork();
        call(connection, what, limit, () -> {
            boolean there = connection
                    .metadata(key.vm(), Metadata.NAMESPACE)
                    .flatMap(Metadata::parse)
                    .filter(it -> it.key().equals(key))
                    .isPresent();
            if (!there) {
                throw new NoSuchDomainException(key);
            }
            try {
                action.on(connection, key.vm());
            } catch (LibvirtFailure e) {
                if (e.noDomain()) {
                    throw new NoSuchDomainException(key);
                }
                throw e;
            }
            return key;
        });
    }

    private <T> T call(LibvirtConnection connection, String what, Duration limit, LibvirtFailed.Call<T> call) {
        try {
            return calls.call(what, limit, LibvirtFailed.carried(call));
        } catch (CallTimeoutException e) {
            throw new HypervisorSilentException(Reason.of(e), e);
        } catch (LibvirtFailed e) {
            throw failed(connection, what, e);
        }
    }

    private static HypervisorException failed(LibvirtConnection connection, String what, LibvirtFailed e) {
        String why = Reason.of(e);
        return connection.alive()
                ? new HypervisorException(why, e)
                : new HypervisorSilentException(what + ": " + why, e);
    }
}
