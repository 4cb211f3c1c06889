package io.edog.api.model;

import java.time.Instant;
import java.util.Optional;

/** Makes a changed copy of a {@link Vm}. Not thread-safe; used within one method. */
public final class VmBuilder {
    private final Vm from;
    private String name;
    private long version;
    private int cpus;
    private long memoryMiB;
    private Policy policy;
    private Power desired;
    private VmState state;
    private String reason;
    private Instant since;
    private Optional<Run> run;
    private long lastRun;
    private Optional<Order> order;
    private Optional<StopRequest> stop;
    private Restarts restarts;
    private Optional<String> placeOn;
    private Optional<String> task;

    VmBuilder(Vm from) {
        this.from = from;
        this.name = from.name();
        this.version = from.version();
        this.cpus = from.cpus();
        this.memoryMiB = from.memoryMiB();
        this.policy = from.policy();
        this.desired = from.desired();
        this.state = from.state();
        this.reason = from.reason();
        this.since = from.since();
        this.run = from.run();
        this.lastRun = from.lastRun();
        this.order = from.order();
        this.stop = from.stop();
        this.restarts = from.restarts();
        this.placeOn = from.placeOn();
        this.task = from.task();
    }

    /** Changes the definition and raises its version. */
    public VmBuilder definition(String newName, int newCpus, long newMemoryMiB, Policy newPolicy) {
        this.name = newName;
        this.cpus = newCpus;
        this.memoryMiB = newMemoryMiB;
        this.policy = newPolicy;
        this.version = from.version() + 1;
        return this;
    }

    public VmBuilder desired(Power value) {
        this.desired = value;
        return this;
    }

    /** Changes state and reason; {@code since} moves only when the state does. */
    public VmBuilder state(VmState value, String why, Instant now) {
        if (value != from.state()) {
            this.since = now;
        }
        this.state = value;
        this.reason = why;
        return this;
    }

    /** Begins a run, whose number becomes the newest. */
    public VmBuilder run(Run value) {
        this.run = Optional.of(value);
        this.lastRun = value.number();
        return this;
    }

    /** Ends the run: whatever was asked of it is over. */
    public VmBuilder noRun() {
        this.run = Optional.empty();
        this.order = Optional.empty();
        this.stop = Optional.empty();
        return this;
    }

    public VmBuilder order(Optional<Order> value) {
        this.order = value;
        return this;
    }

    public VmBuilder stop(Optional<StopRequest> value) {
        this.stop = value;
        return this;
    }

    public VmBuilder restarts(Restarts value) {
        this.restarts = value;
        return this;
    }

    public VmBuilder placeOn(Optional<String> value) {
        this.placeOn = value;
        return this;
    }

    public VmBuilder task(Optional<String> value) {
        this.task = value;
        return this;
    }

    /** The changed copy. */
    public Vm build() {
        return new Vm(
                from.id(),
                from.tenant(),
                from.owner(),
                name,
                version,
                cpus,
                memoryMiB,
                from.disks(),
                from.nics(),
                policy,
                desired,
                state,
                reason,
                since,
                run,
                lastRun,
                order,
                stop,
                restarts,
                placeOn,
                task,
                from.createdAt());
    }
}
