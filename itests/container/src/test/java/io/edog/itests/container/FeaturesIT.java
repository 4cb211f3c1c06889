package io.edog.itests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Each feature comes, goes and is upgraded while the container runs, and takes nothing of the others with it. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FeaturesIT {
    private static final EnumSet<FeaturesService.Option> PLAIN = EnumSet.noneOf(FeaturesService.Option.class);

    @Inject
    private FeaturesService features;

    @Inject
    private BundleContext context;

    @Configuration
    public static Option[] distribution() throws IOException {
        return new Option[] {Distribution.options(ZooKeeperProcess.start(), "test:///default")};
    }

    @Test
    public void everyBundleIsActive() {
        assertThat(new Container(context).edogBundles())
                .isNotEmpty()
                .allSatisfy(bundle -> assertThat(bundle.getState())
                        .as(bundle.getSymbolicName())
                        .isEqualTo(Bundle.ACTIVE));
    }

    @Test
    public void healthIsAnsweredWithoutLogIn() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Container.health()).isIn(200, 503));
    }

    @Test
    public void aFeatureComesAndGoesAlone() throws Exception {
        for (var leaf : Container.LEAVES) {
            comesAndGoesAlone(leaf);
        }
    }

    @Test
    public void aFeatureIsUpgradedAlone() throws Exception {
        for (var leaf : Container.LEAVES) {
            isUpgradedAlone(leaf);
        }
    }

    private void comesAndGoesAlone(String leaf) throws Exception {
        var container = new Container(context);
        var version = features.getFeature(leaf).getVersion();
        var before = container.bundles();
        try (var restarts = new Restarts(context)) {
            features.uninstallFeature(leaf, version, PLAIN);
            var left = container.bundles().keySet();
            assertThat(left).as("what is left without " + leaf).isNotEqualTo(before.keySet());
            assertThat(restarts.stopped())
                    .as("what stopped and stayed, as %s went", leaf)
                    .noneMatch(name -> left.stream().anyMatch(bundle -> bundle.startsWith(name + " ")));
        }
        assertThat(Container.health()).as("health without " + leaf).isIn(200, 503);
        try (var restarts = new Restarts(context)) {
            features.installFeature(leaf, version, PLAIN);
            assertThat(restarts.stopped())
                    .as("what stopped as %s came back", leaf)
                    .isEmpty();
        }
        assertThat(container.bundles()).as("after " + leaf + " came back").isEqualTo(before);
    }

    private void isUpgradedAlone(String leaf) throws Exception {
        var container = new Container(context);
        var old = features.getFeature(leaf);
        var next = new NextVersion(Path.of(System.getProperty("karaf.home"), "system")).of(old);
        features.addRepository(next);
        try (var restarts = new Restarts(context)) {
            features.installFeature(leaf, NextVersion.VERSION, EnumSet.of(FeaturesService.Option.Upgrade));
            assertThat(restarts.stopped())
                    .as("what stopped in the upgrade of " + leaf)
                    .allSatisfy(name -> assertThat(old.getBundles())
                            .anyMatch(bundle -> bundle.getLocation().contains("/" + name + "/")));
        }
        assertThat(container.bundles())
                .containsEntry(leaf + " " + NextVersion.VERSION, Bundle.ACTIVE)
                .doesNotContainKey(leaf + " " + old.getVersion());
        assertThat(Container.health()).as("health after the upgrade of " + leaf).isIn(200, 503);
    }
}
