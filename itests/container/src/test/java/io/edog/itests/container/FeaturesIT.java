package io.edog.itests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Each feature comes and goes while the container runs, and takes nothing of the others with it. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FeaturesIT {
    private static final List<String> LEAVES =
            List.of("edog-manager", "edog-agent", "edog-storage", "edog-rbac", "edog-web");

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
        assertThat(ourBundles())
                .isNotEmpty()
                .allSatisfy(bundle -> assertThat(bundle.getState())
                        .as(bundle.getSymbolicName())
                        .isEqualTo(Bundle.ACTIVE));
    }

    @Test
    public void healthIsAnsweredWithoutLogIn() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(health()).isIn(200, 503));
    }

    @Test
    public void aFeatureComesAndGoesAlone() throws Exception {
        for (var leaf : LEAVES) {
            var before = states();
            var stopped = new CopyOnWriteArrayList<String>();
            SynchronousBundleListener listener = event -> {
                if (event.getType() == BundleEvent.STOPPED || event.getType() == BundleEvent.UNRESOLVED) {
                    stopped.add(event.getBundle().getSymbolicName());
                }
            };
            context.addBundleListener(listener);
            features.uninstallFeature(leaf, version(leaf), EnumSet.noneOf(FeaturesService.Option.class));
            var gone = before.stream().filter(name -> !states().contains(name)).toList();
            assertThat(gone).as("what went with " + leaf).isNotEmpty();
            assertThat(stopped)
                    .as("what stopped without going, as " + leaf + " went")
                    .allSatisfy(name -> assertThat(gone).anyMatch(line -> line.startsWith(name + " ")));
            stopped.clear();
            features.installFeature(leaf, version(leaf), EnumSet.noneOf(FeaturesService.Option.class));
            context.removeBundleListener(listener);
            assertThat(stopped).as("what stopped as " + leaf + " came back").isEmpty();
            assertThat(states()).as("after " + leaf + " came back").containsAll(before);
            assertThat(health()).as("health after " + leaf + " came back").isIn(200, 503);
        }
    }

    private String version(String feature) throws Exception {
        return features.getFeature(feature).getVersion();
    }

    private List<String> states() {
        return Arrays.stream(context.getBundles())
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion() + " " + bundle.getState())
                .toList();
    }

    private List<Bundle> ourBundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("edog-"))
                .toList();
    }

    private static int health() throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + System.getProperty(Distribution.HTTP_PORT) + "/api/v1/health");
        var request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
