package io.edog.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.bus.EndCause;
import io.edog.api.bus.GuestState;
import io.edog.api.command.ClusterCommand.RemoveHost;
import io.edog.api.command.StorageCommand.CreateVolume;
import io.edog.api.command.VmCommand.StopVm;
import io.edog.api.model.Host;
import io.edog.api.model.Pool;
import io.edog.api.model.Vm;
import io.edog.api.model.Volume;
import io.edog.api.service.Problem;
import io.edog.core.Fixture;
import io.edog.core.Settings;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host that is gone for good goes, unless something may still run there. */
class HostRemovalTest {
    private static final RemoveHost REMOVE = new RemoveHost(Fixture.HOST);

    private final Fixture f = new Fixture();

    @BeforeEach
    void template() {
        f.template();
    }

    private Problem refused(RemoveHost command) {
        return ((Decision.Rejected) f.decide(command, Fixture.ADMIN)).problem();
    }

    private void silent() {
        f.pass(Settings.DEFAULT.agentTimeout()).settle();
    }

    @Test
    void itGoesWithItsPlaceInThePoolsAndComesBackWhenItReports() {
        silent();
        f.accept(REMOVE, Fixture.ADMIN);
        f.settle();
        assertThat(f.state.list(Host.class)).isEmpty();
        assertThat(f.state.list(Pool.class))
                .allSatisfy(pool -> assertThat(pool.hosts()).isEmpty());
        assertThat(refused(REMOVE).status()).isEqualTo(404);
        f.heartbeat();
        f.settle();
        assertThat(f.state.list(Host.class)).hasSize(1);
        assertThat(f.state.list(Pool.class))
                .allSatisfy(pool -> assertThat(pool.hosts()).containsExactly(Fixture.HOST));
    }

    @Test
    void oneThatAnswersStays() {
        assertThat(refused(REMOVE).detail()).contains("is up");
        assertThat(((Decision.Rejected) f.decide(REMOVE, Fixture.ANN)).problem().status())
                .isEqualTo(403);
    }

    @Test
    void oneThatAVmMayStillRunOnStays() {
        Vm vm = f.running("demo");
        silent();
        assertThat(refused(REMOVE).detail()).contains("1 VMs that may still run there: demo");
        f.heartbeat();
        f.accept(new StopVm(vm.id(), OptionalInt.empty(), true), Fixture.ADMIN);
        f.settle();
        f.report(f.vm(vm.id()), GuestState.ENDED, Optional.of(EndCause.STOPPED));
        f.settle();
        silent();
        f.accept(REMOVE, Fixture.ADMIN);
        assertThat(f.state.list(Host.class)).isEmpty();
        assertThat(f.vm(vm.id()).run()).isEmpty();
    }

    @Test
    void whatItHadBegunIsAnothersToDo() {
        String volume = f.accept(new CreateVolume("data", Optional.empty(), 1 << 20), Fixture.ADMIN)
                .subject();
        f.settle();
        assertThat(f.state.find(Volume.class, volume).flatMap(Volume::host)).contains(Fixture.HOST);
        silent();
        f.accept(REMOVE, Fixture.ADMIN);
        assertThat(f.state.find(Volume.class, volume).flatMap(Volume::host)).isEmpty();
    }
}
