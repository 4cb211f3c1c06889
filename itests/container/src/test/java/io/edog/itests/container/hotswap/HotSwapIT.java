package io.edog.itests.container.hotswap;

import static org.assertj.core.api.Assertions.assertThat;

import io.edog.itests.support.NextFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Each feature is removed, installed and upgraded while a real guest runs, which notices nothing. */
@RunWith(MachineRunner.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class HotSwapIT {
    @Inject
    private FeaturesService features;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] container() throws IOException {
        Files.deleteIfExists(Settings.path(Settings.RESULTS));
        Machine machine = MachineRunner.machine();
        Path system = machine.data().resolve("dist/system");
        NextFeature next = new NextFeature(
                system, Settings.release(), Settings.get(Settings.VERSION), Settings.get(Settings.NEXT_VERSION));
        for (String feature : new String[] {"manager", "agent", "storage", "rbac", "rest", "web"}) {
            next.make("edog-" + feature);
        }
        return new Option[] {Container.on(machine)};
    }

    @Test
    public void agent() throws Exception {
        swap(new AgentPart());
    }

    @Test
    public void everyBundleOfTheDistributionIsActive() {
        assertThat(context.getBundles())
                .filteredOn(bundle -> bundle.getSymbolicName().startsWith("edog-"))
                .hasSizeGreaterThan(10)
                .allMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
    }

    @Test
    public void manager() throws Exception {
        swap(new ManagerPart());
    }

    @Test
    public void rbac() throws Exception {
        swap(new RbacPart());
    }

    @Test
    public void rest() throws Exception {
        swap(new RestPart());
    }

    @Test
    public void storage() throws Exception {
        swap(new StoragePart());
    }

    @Test
    public void web() throws Exception {
        swap(new WebPart());
    }

    private void swap(Part part) throws Exception {
        Node node = Node.open();
        new Swap(context, new Features(features), node, Guest.running(node)).run(part);
    }
}
