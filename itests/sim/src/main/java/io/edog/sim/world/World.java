package io.edog.sim.world;

import io.edog.api.member.Member;
import io.edog.cluster.internal.ClusterInside;
import io.edog.manager.internal.EngineLimits;
import io.edog.manager.internal.ManagerInside;
import io.edog.sim.kernel.Dice;
import io.edog.sim.kernel.Fault;
import io.edog.sim.kernel.Faults;
import io.edog.sim.kernel.Scheduler;
import io.edog.sim.kernel.Trace;
import io.edog.sim.oracle.Oracle;
import io.edog.sim.zookeeper.Ensemble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** One cluster and its callers, from a seed: first with whatever goes wrong, then in peace until all agree. */
public final class World {
    static final Instant BEGIN = Instant.parse("2026-11-23T12:00:00Z");
    static final long SESSION_TIMEOUT = 1_500_000_000L;
    static final long REQUEST_TIMEOUT = 2_000_000_000L;
    private static final long MILLI = 1_000_000;
    private static final long TROUBLE = 4_000 * MILLI;
    private static final long BOUND = 60_000 * MILLI;
    private static final long TICK = 100 * MILLI;

    final Scheduler scheduler;
    final Dice dice;
    final Faults faults;
    final Trace trace;
    final Oracle oracle;
    final Ensemble ensemble;
    final Network network = new Network(this);
    final SimElection election = new SimElection(this);
    final EngineLimits limits;
    final Map<String, Member> board = new TreeMap<>();
    /** By manager: the process whose session shows that it lives. */
    private final Map<String, Machine> lights = new TreeMap<>();

    final List<Place> places = new ArrayList<>();
    private final List<HostPlace> hosts = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final Map<String, Long> clocks = new TreeMap<>();
    int installs;
    int trims;
    int kills;
    private long calmSince;

    /** A manager's machine, whose processes come and go. */
    static final class Place {
        final String name;
        final Disk disk = new Disk();
        Optional<ManagerNode> node = Optional.empty();

        Place(String name) {
            this.name = name;
        }

        Optional<ManagerNode> alive() {
            return node.filter(manager -> !manager.machine().dead());
        }
    }

    /** A host's machine. */
    static final class HostPlace {
        final String name;
        final HostNode.Memory memory = new HostNode.Memory();
        Optional<HostNode> node = Optional.empty();

        HostPlace(String name) {
            this.name = name;
        }

        Optional<HostNode> alive() {
            return node.filter(host -> !host.machine().dead());
        }
    }

    /**
     * From a seed.
     *
     * @param crew runs strands
     * @param allowed which faults may strike, by their numbers
     */
    public World(long seed, Executor crew, Trace trace, Predicate<Integer> allowed) {
        this.trace = trace;
        this.dice = new Dice(seed);
        this.scheduler = new Scheduler(crew, this::crashed);
        trace.clock(scheduler::now);
        this.faults = new Faults(dice, trace, allowed);
        this.oracle = new Oracle(
                trace,
                scheduler::stop,
                new Oracle.Places(ClusterInside.epochPath(), ClusterInside.logPath(), ClusterInside.trimmedPath()));
        this.ensemble = new Ensemble(scheduler, dice, faults, trace, oracle, 3);
        this.limits = limits();
        ensemble.found(ClusterInside.layout());
        people();
        scheduler.at(TICK, this::tick);
    }

    private EngineLimits limits() {
        return ManagerInside.limits(Map.of(
                "journal_keep_entries", 1 + dice.below(12),
                "export_entries", 1 + dice.below(6),
                "export_period_s", 1L + dice.below(3),
                "sweep_ms", 300L + dice.below(2_000),
                "group_limit", 1 + dice.below(5)));
    }

    private void people() {
        int managers = dice.chance(0.75) ? 3 : 1 + dice.below(4);
        for (int i = 0; i < managers; i++) {
            Place place = new Place(String.valueOf((char) ('a' + i)));
            places.add(place);
            scheduler.at(dice.below(200) * MILLI, () -> start(place));
        }
        HostPlace host = new HostPlace("h1");
        hosts.add(host);
        scheduler.at(dice.below(300) * MILLI, () -> start(host));
        int clients = 1 + dice.below(3);
        for (int i = 0; i < clients; i++) {
            callers.add(new Caller(this, "c" + i, 2 + dice.below(4)));
        }
    }

    private void start(Place place) {
        if (place.alive().isEmpty()) {
            trace.say("%s starts, index %s", place.name, place.disk.state.index());
            ManagerNode node = new ManagerNode(this, place.name, place.disk);
            place.node = Optional.of(node);
            node.machine().whenDead(() -> {
                kills++;
                boolean away = faults.strikes(Fault.AWAY, 0.3, place.name);
                long until = away ? dice.skewed(1_000 * MILLI, 8_000 * MILLI) : dice.skewed(5 * MILLI, 1_500 * MILLI);
                scheduler.after(until, () -> start(place));
            });
        }
    }

    private void start(HostPlace place) {
        if (place.alive().isEmpty()) {
            HostNode node = new HostNode(this, place.name, place.memory);
            place.node = Optional.of(node);
            node.machine().whenDead(() -> scheduler.after(dice.skewed(MILLI, 2_000 * MILLI), () -> start(place)));
        }
    }

    private void crashed(String who, Throwable e) {
        oracle.crashed(who, e);
    }

    Optional<ManagerNode> manager(String name) {
        return places.stream()
                .filter(place -> place.name.equals(name))
                .findFirst()
                .flatMap(Place::alive);
    }

    long exported(String node) {
        return places.stream()
                .filter(place -> place.name.equals(node))
                .mapToLong(place -> place.disk.exported())
                .sum();
    }

    Optional<ManagerNode> anyManager() {
        return dice.pick(places).alive();
    }

    /** A manager's word, and a sign that this process of it lives. */
    void tellMember(Machine process, Member self) {
        lights.put(self.node(), process);
        spread(self);
    }

    private void spread(Member word) {
        board.put(word.node(), word);
        places.forEach(place -> place.alive().ifPresent(node -> node.members().learn(word)));
    }

    /** A process's session is over; that says nothing of the next process of the same manager. */
    void goesOut(Machine process) {
        Member m = board.get(process.name());
        if (m != null && lights.remove(process.name(), process)) {
            spread(m.withLive(false));
        }
    }

    long clockOffset(String node) {
        return clocks.getOrDefault(node, 0L);
    }

    String freshId() {
        return new UUID((dice.next() & ~0xF000L) | 0x4000L, (dice.next() >>> 2) | 0x8000000000000000L).toString();
    }

    private void tick() {
        if (scheduler.now() >= TROUBLE && !faults.calm()) {
            peace();
        }
        if (faults.calm() && converged()) {
            scheduler.stop();
        } else if (faults.calm() && scheduler.now() > calmSince + BOUND) {
            oracle.violated("no-convergence", "long after the last fault: " + differences());
        } else {
            mischief();
            scheduler.after(TICK, this::tick);
        }
    }

    private void mischief() {
        if (faults.strikes(Fault.ELECTION, 0.03, "another's turn")) {
            election.rotate();
        }
        if (faults.strikes(Fault.HAND_OVER, 0.01, "leader")) {
            election.first().ifPresent(SimLeadership::handOver);
        }
        for (Place place : places) {
            if (faults.strikes(Fault.CLOCK, 0.003, place.name)) {
                clocks.put(place.name, dice.between(-300_000, 300_000) * 1_000 * MILLI);
            }
            if (faults.strikes(Fault.PAUSE, 0.003, place.name)) {
                place.alive().ifPresent(node -> node.machine().standStill(dice.skewed(100 * MILLI, 6_000 * MILLI)));
            }
            if (faults.strikes(Fault.KILL, 0.003, place.name)) {
                place.alive().ifPresent(node -> node.machine().kill());
            }
        }
        for (HostPlace host : hosts) {
            if (faults.strikes(Fault.KILL, 0.03, host.name)) {
                host.alive().ifPresent(node -> node.machine().kill());
            }
        }
    }

    /** Nothing goes wrong any more, and what went wrong is mended; who was away comes back by itself. */
    private void peace() {
        trace.say("-- from here on nothing goes wrong");
        faults.calmDown();
        calmSince = scheduler.now();
        ensemble.heal();
        places.forEach(
                place -> place.alive().ifPresent(node -> node.machine().client().heal()));
        hosts.forEach(
                host -> host.alive().ifPresent(node -> node.machine().client().heal()));
    }

    private boolean converged() {
        return differences().isEmpty();
    }

    /** What is not yet as it will be; empty when all is. */
    private String differences() {
        return new Agreement(this, callers, hosts).differences();
    }

    /** Lets it all happen. */
    public Outcome run() {
        scheduler.run();
        return Outcome.of(this);
    }
}
