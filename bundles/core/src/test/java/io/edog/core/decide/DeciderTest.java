package io.edog.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.command.Command;
import io.edog.api.command.StorageCommand.ImportTemplate;
import io.edog.api.command.VmCommand.CreateVm;
import io.edog.api.command.VmCommand.DeleteVm;
import io.edog.api.command.VmCommand.NicRequest;
import io.edog.api.command.VmCommand.ResumeVm;
import io.edog.api.command.VmCommand.StartVm;
import io.edog.api.command.VmCommand.StopVm;
import io.edog.api.command.VmCommand.UpdateVm;
import io.edog.api.model.Policy;
import io.edog.api.model.Vm;
import io.edog.api.model.Vm.DiskFate;
import io.edog.api.service.Principal;
import io.edog.api.service.Problem;
import io.edog.core.Fixture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private final Fixture f = new Fixture();

    @BeforeEach
    void template() {
        f.template();
    }

    private Problem refused(Command command, Principal principal) {
        var before = f.state;
        Decision decision = f.decide(command, principal);
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        assertThat(f.state).isSameAs(before);
        Problem problem = ((Decision.Rejected) decision).problem();
        assertThat(problem.cure()).isPresent();
        return problem;
    }

    private static CreateVm create(String name, int cpus, long memory, String template) {
        return new CreateVm(
                name,
                cpus,
                memory,
                Optional.of(template),
                Optional.empty(),
                List.of(),
                List.of(),
                Policy.DEFAULT,
                true);
    }

    @Test
    void badInputNamesItsField() {
        assertThat(refused(create("a", 1, -1, "tiny"), Fixture.ADMIN).field()).contains("memoryMiB");
        assertThat(refused(create("a", 0, 128, "tiny"), Fixture.ADMIN).field()).contains("cpus");
        assertThat(refused(create("a", 1, 128, "none"), Fixture.ADMIN).field()).contains("template");
        assertThat(refused(create("a b", 1, 128, "tiny"), Fixture.ADMIN).field())
                .contains("name");
        assertThat(refused(create("", 1, 128, "tiny"), Fixture.ADMIN).field()).contains("name");
    }

    @Test
    void aHugeNameIsNotRepeatedBack() {
        Problem problem = refused(create("x".repeat(1 << 20), 1, 128, "tiny"), Fixture.ADMIN);
        assertThat(problem.detail()).hasSizeLessThan(200);
    }

    @Test
    void aTakenNameIsAConflict() {
        f.accept(f.createVm("a"), Fixture.ADMIN);
        Problem problem = refused(f.createVm("a"), Fixture.ADMIN);
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.type()).isEqualTo("name-taken");
    }

    @Test
    void macsAreUnique() {
        CreateVm first = new CreateVm(
                "a",
                1,
                128,
                Optional.of("tiny"),
                Optional.empty(),
                List.of(),
                List.of(new NicRequest("br0", Optional.of("52:54:00:00:00:01"), "virtio")),
                Policy.DEFAULT,
                false);
        f.accept(first, Fixture.ADMIN);
        CreateVm second = new CreateVm(
                "b", 1, 128, Optional.of("tiny"), Optional.empty(), List.of(), first.nics(), Policy.DEFAULT, false);
        assertThat(refused(second, Fixture.ADMIN).field()).contains("mac");
    }

    @Test
    void wrongStatesAreConflictsWithACure() {
        Vm vm = f.running("a");
        assertThat(refused(new StartVm("a", Optional.empty()), Fixture.ADMIN).status())
                .isEqualTo(409);
        assertThat(refused(new ResumeVm("a"), Fixture.ADMIN).status()).isEqualTo(409);
        assertThat(refused(new DeleteVm(vm.id(), DiskFate.KEEP), Fixture.ADMIN).status())
                .isEqualTo(409);
    }

    @Test
    void anotherUsersVmIsNotThere() {
        f.accept(f.createVm("annas"), Fixture.ANN);
        assertThat(refused(new StopVm("annas", OptionalInt.empty(), false), Fixture.BOB)
                        .status())
                .isEqualTo(404);
        assertThat(refused(new DeleteVm("annas", DiskFate.DELETE), Fixture.BOB).status())
                .isEqualTo(404);
    }

    @Test
    void anotherUsersVolumeCantBeTaken() {
        String id = f.accept(f.createVm("annas"), Fixture.ANN).subject();
        String volume = f.vm(id).disks().get(0).volume();
        CreateVm theft = new CreateVm(
                "bobs", 1, 128, Optional.empty(), Optional.of(volume), List.of(), List.of(), Policy.DEFAULT, true);
        assertThat(refused(theft, Fixture.BOB).field()).contains("bootVolume");
    }

    @Test
    void usersDoNotImportTemplates() {
        ImportTemplate command = new ImportTemplate("t", "linux", "1", "/etc/shadow", Optional.empty());
        assertThat(refused(command, Fixture.ANN).status()).isEqualTo(403);
    }

    @Test
    void aStaleVersionIsNotOverwritten() {
        Vm vm = f.running("a");
        UpdateVm update = new UpdateVm(
                vm.id(),
                Optional.empty(),
                OptionalInt.of(2),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.of(1));
        f.accept(update, Fixture.ADMIN);
        assertThat(refused(update, Fixture.ADMIN).status()).isEqualTo(412);
        assertThat(f.vm(vm.id()).pending()).containsExactly("cpus");
    }
}
