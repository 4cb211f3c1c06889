package io.edog.core;

import io.edog.api.bus.Daemon;
import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestReport;
import io.edog.api.bus.GuestState;
import io.edog.api.bus.HostReport;
import io.edog.api.bus.PoolReport;
import io.edog.api.bus.VolumeAssignment.Target;
import io.edog.api.bus.VolumeReport;
import io.edog.api.bus.VolumeReport.Progress;
import io.edog.api.command.Command;
import io.edog.api.command.StorageCommand.ImportTemplate;
import io.edog.api.command.VmCommand.CreateVm;
import io.edog.api.journal.Epoch;
import io.edog.api.journal.Index;
import io.edog.api.model.Policy;
import io.edog.api.model.Reply;
import io.edog.api.model.Tenants;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.service.Principal;
import io.edog.api.service.Roles;
import io.edog.api.state.ClusterState;
import io.edog.core.decide.Context;
import io.edog.core.decide.Decider;
import io.edog.core.decide.Decision;
import io.edog.core.plan.Dirty;
import io.edog.core.plan.Observation;
import io.edog.core.plan.Observation.Seen;
import io.edog.core.plan.Plan;
import io.edog.core.plan.Reconciler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A cluster of one host on a hand-held clock: commands, reports and plans against the pure functions. */
public final class Fixture {
    public static final Principal ADMIN =
            new Principal("u-admin", "admin", Tenants.DEFAULT, Set.of(Roles.ADMINISTRATOR), Optional.empty());
    public static final Principal ANN =
            new Principal("u-ann", "ann", Tenants.DEFAULT, Set.of(Roles.USER), Optional.empty());
    public static final Principal BOB =
            new Principal("u-bob", "bob", Tenants.DEFAULT, Set.of(Roles.USER), Optional.empty());
    public static final String HOST = "h1";

    public Instant now = Instant.parse("2026-11-23T12:00:00Z");
    public ClusterState state =
            ClusterState.empty().with(user(ADMIN)).with(user(ANN)).with(user(BOB));
    public final List<GuestReport> guests = new ArrayList<>();
    public final List<VolumeReport> volumes = new ArrayList<>();
    public boolean leaving;
    public boolean news = true;
    public PoolReport pool = new PoolReport("default", "dir", true, "", 1L << 40, 1L << 39);
    private Instant receivedAt = now;
    private int ids;

    private User user(Principal who) {
        return new User(who.user(), who.tenant(), who.name(), "$hash$", who.roles(), false, now);
    }

    public Decision decide(Command command, Principal principal) {
        Context context = new Context(principal, now, () -> "id-%032d".formatted(++ids), Settings.DEFAULT);
        Decision decision = Decider.decide(state, command, context);
        if (decision instanceof Decision.Accepted accepted) {
            state = Evolver.apply(state, accepted.changes());
        }
        return decision;
    }

    public Reply accept(Command command, Principal principal) {
        Decision decision = decide(command, principal);
        if (decision instanceof Decision.Accepted accepted) {
            return accepted.reply();
        }
        throw new AssertionError("refused: " + ((Decision.Rejected) decision).problem());
    }

    public void heartbeat() {
        receivedAt = now;
    }

    public Fixture pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Plans until nothing changes any more, as the manager's loop does, and returns the last plan's timers. */
    public Plan settle() {
        for (int i = 0; i < 20; i++) {
            Plan plan = plan(Dirty.ALL);
            if (plan.changes().isEmpty()) {
                return plan;
            }
            state = Evolver.apply(state, plan.changes());
        }
        throw new AssertionError("the plan never settles");
    }

    public Plan plan(Dirty dirty) {
        return Reconciler.plan(state, observation(), now, dirty, Settings.DEFAULT);
    }

    public Observation observation() {
        HostReport report = new HostReport(
                HOST,
                "boot-1",
                1,
                now,
                Epoch.ZERO,
                Index.ZERO,
                leaving,
                "test",
                new Daemon(true, "9.0", now),
                4,
                16_384,
                8_000,
                guests,
                volumes,
                List.of(pool));
        return new Observation(Map.of(HOST, new Seen(report, receivedAt, news)));
    }

    /** A template that was imported, ready to clone from. */
    public void template() {
        settle();
        String id = accept(new ImportTemplate("tiny", "linux", "1", "/x.qcow2", Optional.empty()), ADMIN)
                .subject();
        settle();
        volumes.add(new VolumeReport(id, Target.TEMPLATE, Progress.DONE, "", 1 << 20, 100));
        settle();
    }

    public CreateVm createVm(String name) {
        return new CreateVm(
                name, 1, 128, Optional.of("tiny"), Optional.empty(), List.of(), List.of(), Policy.DEFAULT, true);
    }

    /** A VM whose disk is made and whose first run its host reports as running. */
    public Vm running(String name) {
        String id = accept(createVm(name), ADMIN).subject();
        settle();
        volumeDone(vm(id));
        report(vm(id), GuestState.RUNNING, Optional.empty());
        settle();
        return vm(id);
    }

    public void volumeDone(Vm vm) {
        volumes.add(new VolumeReport(vm.disks().get(0).volume(), Target.VOLUME, Progress.DONE, "", 1 << 20, 100));
        settle();
    }

    public Vm vm(String id) {
        return state.find(Vm.class, id).orElseThrow();
    }

    public void report(Vm vm, GuestState guest, Optional<EndCause> cause) {
        report(vm, guest, cause, Optional.empty());
    }

    public void report(Vm vm, GuestState guest, Optional<EndCause> cause, Optional<String> lastOrder) {
        guests.removeIf(g -> g.vm().equals(vm.id()));
        long run = vm.run().orElseThrow().number();
        guests.add(new GuestReport(vm.id(), run, guest, "", now, cause, OptionalLong.empty(), lastOrder));
        heartbeat();
    }
}
