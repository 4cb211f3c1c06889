package io.edog.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.model.Host;
import io.edog.api.model.HostState;
import io.edog.api.model.Vm;
import io.edog.core.Fixture;
import io.edog.core.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first report that a manager finds may be hours old: it says nothing of the present. */
class OldReportTest {
    private final Fixture f = new Fixture();

    @BeforeEach
    void aHostThatWasSilentFromTheTemplateOn() {
        f.template();
        f.pass(Settings.DEFAULT.agentTimeout()).settle();
        f.heartbeat();
        f.news = false;
    }

    private HostState host() {
        return f.state.list(Host.class).get(0).state();
    }

    @Test
    void noHostIsUpByIt() {
        f.settle();
        assertThat(host()).isEqualTo(HostState.UNKNOWN);
        f.news = true;
        f.settle();
        assertThat(host()).isEqualTo(HostState.UP);
    }

    @Test
    void noVmIsPlacedByIt() {
        f.accept(f.createVm("web"), Fixture.ADMIN);
        f.settle();
        f.pass(Settings.DEFAULT.agentTimeout()).settle();
        assertThat(f.state.list(Vm.class)).allSatisfy(vm -> assertThat(vm.run()).isEmpty());
    }

    @Test
    void nothingIsUnknownByItBeforeTheHostHadTimeForAnother() {
        f.news = true;
        f.settle();
        f.news = false;
        f.settle();
        assertThat(host()).isEqualTo(HostState.UP);
        f.pass(Settings.DEFAULT.agentTimeout()).settle();
        assertThat(host()).isEqualTo(HostState.UNKNOWN);
    }
}
