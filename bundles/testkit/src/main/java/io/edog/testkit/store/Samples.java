package io.edog.testkit.store;

import io.edog.api.model.ClusterSettings;
import io.edog.api.model.Disk;
import io.edog.api.model.DiskBus;
import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.model.Nic;
import io.edog.api.model.Order;
import io.edog.api.model.Outcome;
import io.edog.api.model.Policy;
import io.edog.api.model.Pool;
import io.edog.api.model.Power;
import io.edog.api.model.Reply;
import io.edog.api.model.Resource;
import io.edog.api.model.Restarts;
import io.edog.api.model.Run;
import io.edog.api.model.Session;
import io.edog.api.model.StopRequest;
import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.model.Template;
import io.edog.api.model.Tenants;
import io.edog.api.model.User;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.model.Volume;
import io.edog.api.model.VolumeState;
import io.edog.api.service.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects of every kind, plausible and with every optional field seen both ways. */
public final class Samples {
    /** When the samples were made; with microseconds, as a clock gives them. */
    public static final Instant AT = Instant.parse("2026-03-29T01:30:00.123456Z");

    private static final String TENANT = Tenants.DEFAULT;

    private Samples() {}

    /** One or two of each kind. */
    public static List<Resource> all() {
        return List.of(
                vm("vm-1", "web"),
                running(vm("vm-2", "datenbank-ü-数据库"), 7),
                host("host-1"),
                new Pool("default", TENANT, "default", "dir", Set.of("host-1", "host-2")),
                volume("vol-1", Optional.of("vm-1")),
                volume("vol-2", Optional.empty()),
                template("tpl-1"),
                task("task-1"),
                task("task-2").finish(TaskState.FAILED, "It broke.", Optional.of(Problem.notFound("vm", "x")), AT),
                user("ann"),
                new Session("s-1", TENANT, "ann", "", "ab".repeat(32), true, AT),
                outcome("ann:key-1"),
                new ClusterSettings(1));
    }

    /** A stopped VM. */
    public static Vm vm(String id, String name) {
        return new Vm(
                id,
                TENANT,
                "ann",
                name,
                1,
                2,
                512,
                List.of(new Disk("vol-1", DiskBus.VIRTIO)),
                List.of(new Nic("br0", "52:54:00:00:00:01", "virtio")),
                Policy.DEFAULT,
                Power.STOPPED,
                VmState.STOPPED,
                "",
                AT,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Restarts.NONE,
                Optional.empty(),
                Optional.empty(),
                AT);
    }

    /** A VM in a run of a number, being rebooted and stopped at once. */
    public static Vm running(Vm vm, long number) {
        return vm.edit()
                .run(new Run(number, "host-1", "boot-1", AT, 2, 512))
                .state(VmState.RUNNING, "started", AT.plusSeconds(number))
                .desired(Power.RUNNING)
                .order(Optional.of(new Order("task-1", Order.OrderKind.REBOOT)))
                .stop(Optional.of(new StopRequest(30, false, AT)))
                .task(Optional.of("task-1"))
                .build();
    }

    /** A host that is up. */
    public static Host host(String id) {
        return new Host(id, TENANT, id, HostState.UP, "", AT, "up", "up", 8, 16384, "boot-1", Map.of("zone", "a"));
    }

    /** A volume of the pool {@code default}. */
    public static Volume volume(String id, Optional<String> vm) {
        return new Volume(
                id,
                TENANT,
                "ann",
                id,
                "default",
                1L << 40,
                VolumeState.READY,
                "",
                Optional.of("tpl-1"),
                Optional.empty(),
                vm,
                Optional.empty(),
                AT);
    }

    /** A template of the pool {@code default}. */
    public static Template template(String id) {
        return new Template(
                id,
                TENANT,
                id,
                "linux",
                "12",
                "default",
                1 << 20,
                VolumeState.CREATING,
                "importing",
                "/srv/images/tiny.qcow2",
                Optional.of("host-1"),
                Optional.of("task-1"),
                AT);
    }

    /** A queued task. */
    public static Task task(String id) {
        return new Task(id, TENANT, "ann", "vm.start", "vm-1", TaskState.QUEUED, 0, "waits", Optional.empty(), AT, AT);
    }

    /** A user. */
    public static User user(String id) {
        return new User(id, TENANT, id, "$argon2id$v=19$m=1,t=1,p=1$c2FsdA$aGFzaA", Set.of("user"), false, AT);
    }

    /** What became of a command. */
    public static Outcome outcome(String key) {
        return new Outcome(key, TENANT, "ann", "cd".repeat(32), new Reply("vm-1", Optional.of("task-1")), AT);
    }
}
