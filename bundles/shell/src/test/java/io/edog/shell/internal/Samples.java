package io.edog.shell.internal;

import io.edog.api.model.Disk;
import io.edog.api.model.DiskBus;
import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.model.Nic;
import io.edog.api.model.Policy;
import io.edog.api.model.Power;
import io.edog.api.model.Restarts;
import io.edog.api.model.Run;
import io.edog.api.model.Task;
import io.edog.api.model.TaskState;
import io.edog.api.model.Vm;
import io.edog.api.model.VmState;
import io.edog.api.model.Volume;
import io.edog.api.model.VolumeState;
import io.edog.api.service.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects to look at. */
public final class Samples {
    public static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    private Samples() {}

    public static Vm vm(String id, String name, VmState state) {
        Optional<Run> run =
                state == VmState.STOPPED ? Optional.empty() : Optional.of(new Run(7, "node1", "boot", THEN, 1, 512));
        return new Vm(
                id,
                "default",
                "u1",
                name,
                3,
                2,
                512,
                List.of(new Disk("d1", DiskBus.VIRTIO)),
                List.of(new Nic("br0", "52:54:00:00:00:01", "virtio")),
                Policy.DEFAULT,
                Power.RUNNING,
                state,
                "its owner started it",
                THEN,
                run,
                7,
                Optional.empty(),
                Optional.empty(),
                Restarts.NONE,
                Optional.empty(),
                Optional.empty(),
                THEN);
    }

    public static Host host(String name) {
        return new Host(
                name, "default", name, HostState.UP, "", THEN, "up", "up", 64, 1_048_576, "boot", Map.of("rack", "a"));
    }

    public static Volume volume(String id, String name, Optional<String> vm) {
        return new Volume(
                id,
                "default",
                "u1",
                name,
                "default",
                10L << 30,
                VolumeState.READY,
                "",
                Optional.empty(),
                Optional.empty(),
                vm,
                Optional.empty(),
                THEN);
    }

    public static Task task(String id, String subject, TaskState state, String message) {
        Optional<Problem> problem = state == TaskState.FAILED
                ? Optional.of(
                        Problem.failed("no-host", "No host has 512 MiB free: node1 has 100.", "Free some memory."))
                : Optional.empty();
        int progress = state == TaskState.SUCCEEDED ? 100 : 40;
        return new Task(id, "default", "u1", "vm.start", subject, state, progress, message, problem, THEN, THEN);
    }
}
