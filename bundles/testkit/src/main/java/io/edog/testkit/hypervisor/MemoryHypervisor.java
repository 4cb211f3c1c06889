package io.edog.testkit.hypervisor;

import io.edog.api.bus.Daemon;
import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainKey;
import io.edog.api.hypervisor.DomainSpec;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.GuestProcess;
import io.edog.api.hypervisor.GuestProcesses;
import io.edog.api.hypervisor.Hypervisor;
import io.edog.api.hypervisor.HypervisorEvent;
import io.edog.api.hypervisor.HypervisorEvent.Kind;
import io.edog.api.hypervisor.HypervisorException;
import io.edog.api.hypervisor.HypervisorSilentException;
import io.edog.api.hypervisor.NoSuchDomainException;
import io.edog.api.hypervisor.PauseReason;
import io.edog.api.journal.Subscription;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A hypervisor in memory, with the faults of a real one at hand. Events and ends of processes are told at once, on the
 * thread that causes them. It counts how many guests ran of each VM at a time. Thread-safe.
 */
public final class MemoryHypervisor implements Hypervisor, GuestProcesses {
    private static final long FIRST_PID = 1000;

    private final InstantSource clock;
    private final Map<String, Guest> guests = new HashMap<>();
    private final List<Consumer<HypervisorEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> deafToButton = new HashSet<>();
    private long lastPid = FIRST_PID;
    private Daemon daemon;
    private boolean deaf;
    private boolean hidden;
    private Optional<String> refusal = Optional.empty();
    private Lost lost = Lost.NOT;
    private Optional<DomainSpec> pending = Optional.empty();

    private enum Lost {
        NOT,
        DONE,
        PENDING
    }

    public MemoryHypervisor(InstantSource clock) {
        this.clock = clock;
        this.daemon = new Daemon(true, "memory", clock.instant());
    }

    /** One guest: its domain as the daemon lists it, and its process as the kernel does. */
    private static final class Guest {
        final GuestProcess process;
        final List<Runnable> watches = new CopyOnWriteArrayList<>();
        Domain domain;
        boolean alive = true;

        Guest(GuestProcess process, Domain domain) {
            this.process = process;
            this.domain = domain;
        }
    }

    // faults

    /** From now on the daemon answers nothing; guests run on. */
    public void silence(String why) {
        Instant now = clock.instant();
        synchronized (this) {
            daemon = new Daemon(false, "libvirtd does not answer since " + now + ": " + why, now);
        }
        tell(new HypervisorEvent.OfDaemon());
    }

    /** The daemon answers again; what ended meanwhile it has forgotten. */
    public void answer() {
        synchronized (this) {
            daemon = new Daemon(true, "memory", clock.instant());
            guests.values().removeIf(guest -> !guest.alive);
        }
        tell(new HypervisorEvent.OfDaemon());
    }

    /** From now on nothing is told of domains. */
    public synchronized void deafen() {
        deaf = true;
    }

    /** From now on no process can be found, as in another process namespace. */
    public synchronized void hideProcesses() {
        hidden = true;
    }

    /** The next domain to be created is refused. */
    public synchronized void refuseNext(String why) {
        refusal = Optional.of(why);
    }

    /** The next creation is not answered; it comes true, or {@linkplain #comeTrue later}. */
    public synchronized void loseNextCreation(boolean comesTrue) {
        lost = comesTrue ? Lost.DONE : Lost.PENDING;
    }

    /** What was to be created and not answered is created now. */
    public void comeTrue() {
        Optional<DomainSpec> late;
        synchronized (this) {
            late = pending;
            pending = Optional.empty();
        }
        late.ifPresent(this::create);
    }

    /** The guest's process is killed. */
    public void kill(String vm) {
        end(vm, Kind.ENDED_BY_CRASH);
    }

    /** The guest's process is killed, and the daemon has not noticed yet. */
    public void dieUnnoticed(String vm) {
        List<Runnable> watches;
        synchronized (this) {
            Guest guest = guest(vm);
            guest.alive = false;
            watches = new ArrayList<>(guest.watches);
        }
        watches.forEach(Runnable::run);
    }

    /** The guest powers itself off. */
    public void powerOff(String vm) {
        tell(vm, Kind.GUEST_OFF);
        end(vm, Kind.ENDED_BY_GUEST);
    }

    /** Someone else destroys the domain. */
    public void destroyedByOthers(String vm) {
        end(vm, Kind.ENDED_BY_DESTROY);
    }

    /** The daemon forgets a domain whose process goes on. */
    public synchronized void forget(String vm) {
        Guest guest = guest(vm);
        guests.remove(vm);
        guests.put(vm + " forgotten", guest);
    }

    /** The guest of a VM does not care for its power button. */
    public synchronized void ignoreButton(String vm) {
        deafToButton.add(vm);
    }

    /** A disk of the guest fails, and it is paused. */
    public void failDisk(String vm) {
        change(guest(vm).domain.key(), DomainState.PAUSED, PauseReason.IO_ERROR);
    }

    /** Puts a domain there that was not created by this call's caller: stale, late, or another life's. */
    public synchronized void put(Domain domain) {
        guests.put(domain.key().vm(), new Guest(nextProcess(), domain));
    }

    /** Every domain whose process lives, whether the daemon answers or not. */
    public synchronized List<Domain> everything() {
        return guests.values().stream()
                .filter(guest -> guest.alive)
                .map(guest -> guest.domain)
                .toList();
    }

    /** What was called that changes something, in order, as {@code create 7}, {@code resume 7} … by run. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** The process of a VM's guest. */
    public synchronized GuestProcess process(String vm) {
        return guest(vm).process;
    }

    // the hypervisor

    @Override
    public synchronized List<Domain> domains() {
        checkAnswers();
        return guests.entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith(" forgotten"))
                .map(entry -> entry.getValue().domain)
                .toList();
    }

    @Override
    public void createPaused(DomainSpec spec) {
        synchronized (this) {
            checkAnswers();
            calls.add("create " + spec.key().run());
            Optional<String> why = refusal;
            refusal = Optional.empty();
            if (why.isPresent()) {
                throw new HypervisorException(why.get());
            }
            if (guests.containsKey(spec.key().vm())) {
                throw new HypervisorException("a domain of " + spec.key().vm() + " exists");
            }
        }
        answer(spec);
    }

    private void answer(DomainSpec spec) {
        Lost fate;
        synchronized (this) {
            fate = lost;
            lost = Lost.NOT;
            pending = fate == Lost.PENDING ? Optional.of(spec) : pending;
        }
        if (fate != Lost.PENDING) {
            create(spec);
        }
        if (fate != Lost.NOT) {
            throw new HypervisorSilentException("creating a domain took more than 60000 ms");
        }
    }

    private void create(DomainSpec spec) {
        put(new Domain(spec.key(), spec.bootId(), spec.operation(), DomainState.PAUSED, PauseReason.REQUESTED, ""));
        tell(spec.key().vm(), Kind.CHANGED);
    }

    @Override
    public void resume(DomainKey key) {
        called("resume", key);
        change(key, DomainState.RUNNING, PauseReason.NONE);
    }

    @Override
    public void suspend(DomainKey key) {
        called("suspend", key);
        change(key, DomainState.PAUSED, PauseReason.REQUESTED);
    }

    @Override
    public void pressPowerButton(DomainKey key) {
        called("button", key);
        boolean heeds;
        synchronized (this) {
            Guest guest = guest(key.vm());
            heeds = !deafToButton.contains(key.vm()) && guest.domain.state() == DomainState.RUNNING;
        }
        if (heeds) {
            powerOff(key.vm());
        }
    }

    @Override
    public void reboot(DomainKey key) {
        called("reboot", key);
    }

    @Override
    public void reset(DomainKey key) {
        called("reset", key);
    }

    @Override
    public void destroy(DomainKey key, boolean force) {
        called(force ? "kill" : "destroy", key);
        end(key.vm(), Kind.ENDED_BY_DESTROY);
    }

    @Override
    public synchronized Daemon daemon() {
        return daemon;
    }

    @Override
    public Subscription events(Consumer<HypervisorEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    // the kernel

    @Override
    public synchronized Map<String, GuestProcess> running() {
        Map<String, GuestProcess> running = new HashMap<>();
        guests.values().stream()
                .filter(guest -> guest.alive && !hidden)
                .forEach(guest -> running.put(guest.domain.key().vm(), guest.process));
        return running;
    }

    @Override
    public synchronized boolean alive(GuestProcess process) {
        return guests.values().stream().anyMatch(guest -> guest.alive && guest.process.equals(process));
    }

    @Override
    public Subscription watch(GuestProcess process, Runnable gone) {
        Optional<Guest> found;
        synchronized (this) {
            found = guests.values().stream()
                    .filter(guest -> guest.alive && guest.process.equals(process))
                    .findFirst();
            found.ifPresent(guest -> guest.watches.add(gone));
        }
        if (found.isEmpty()) {
            gone.run();
        }
        return () -> found.ifPresent(guest -> guest.watches.remove(gone));
    }

    private synchronized void called(String what, DomainKey key) {
        checkAnswers();
        if (!Optional.ofNullable(guests.get(key.vm()))
                .filter(guest -> guest.domain.key().equals(key))
                .isPresent()) {
            throw new NoSuchDomainException(key);
        }
        calls.add(what + " " + key.run());
    }

    private void checkAnswers() {
        if (!daemon.up()) {
            throw new HypervisorSilentException(daemon.detail());
        }
    }

    private void change(DomainKey key, DomainState state, PauseReason reason) {
        synchronized (this) {
            Guest guest = guest(key.vm());
            guest.domain = guest.domain.withState(state, reason);
        }
        tell(key.vm(), Kind.CHANGED);
    }

    private void end(String vm, Kind kind) {
        List<Runnable> watches;
        synchronized (this) {
            Guest guest = guest(vm);
            guest.alive = false;
            watches = new ArrayList<>(guest.watches);
            if (daemon.up()) {
                guests.remove(vm);
            }
        }
        watches.forEach(Runnable::run);
        tell(vm, kind);
    }

    private synchronized Guest guest(String vm) {
        return Optional.ofNullable(guests.get(vm))
                .orElseThrow(() -> new HypervisorException("there is no domain of " + vm));
    }

    private GuestProcess nextProcess() {
        lastPid++;
        return new GuestProcess(lastPid, lastPid);
    }

    private void tell(String vm, Kind kind) {
        tell(new HypervisorEvent.OfDomain(vm, kind));
    }

    private void tell(HypervisorEvent event) {
        boolean silent;
        synchronized (this) {
            silent = event instanceof HypervisorEvent.OfDomain && (deaf || !daemon.up());
        }
        if (!silent) {
            listeners.forEach(listener -> listener.accept(event));
        }
    }
}
