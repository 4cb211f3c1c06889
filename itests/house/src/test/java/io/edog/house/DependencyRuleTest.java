package io.edog.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import io.edog.api.model.Task;
import io.edog.api.service.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code rest, shell → api; manager → core → api; cluster, store, agent, storage, rbac → api}; no adapter knows a sibling. The tool
 * for stopped nodes is no adapter: it puts a database and ZooKeeper's data in their places.
 */
class DependencyRuleTest {
    /** What each bundle may see of edog, besides itself. */
    private static final Map<String, List<String>> MAY_SEE = Map.ofEntries(
            Map.entry("api", List.of()),
            Map.entry("core", List.of("api")),
            Map.entry("manager", List.of("api", "core")),
            Map.entry("testkit", List.of("api", "core", "manager")),
            Map.entry("cluster", List.of("api")),
            Map.entry("peer", List.of("api")),
            Map.entry("store", List.of("api")),
            Map.entry("offline", List.of("api", "store")),
            Map.entry("agent", List.of("api", "libvirt")),
            Map.entry("storage", List.of("api")),
            Map.entry("rbac", List.of("api")),
            Map.entry("rest", List.of("api")),
            Map.entry("shell", List.of("api")),
            Map.entry("web", List.of()),
            Map.entry("away", List.of()),
            Map.entry("libvirt", List.of()));

    /** The libraries that are one bundle's business, and that nobody else may see. */
    private static final Map<String, List<String>> OWN_LIBRARIES = Map.of(
            "cluster", List.of("org.apache.zookeeper..", "org.apache.curator.."),
            "store",
                    List.of(
                            "javax.persistence..",
                            "org.eclipse.persistence..",
                            "liquibase..",
                            "javax.sql..",
                            "java.sql.."),
            "rbac", List.of("org.bouncycastle.."),
            "rest", List.of("javax.ws.rs..", "org.apache.cxf..", "io.swagger.."),
            "shell", List.of("org.apache.karaf.shell.."));

    static Stream<String> bundles() {
        return MAY_SEE.keySet().stream().sorted();
    }

    static Stream<String> bundlesWithLibraries() {
        return OWN_LIBRARIES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleSeesOnlyWhatItMay(String bundle) {
        var allowed = Stream.concat(Stream.of(bundle), MAY_SEE.get(bundle).stream())
                .map(DependencyRuleTest::packagesOf)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(packagesOf(bundle))
                .should()
                .dependOnClassesThat(resideInAPackage("io.edog..").and(not(resideInAnyPackage(allowed))))
                .because("the dependency rule lets " + bundle + " see " + Arrays.toString(allowed))
                .allowEmptyShould(true)
                .check(Production.CLASSES);
    }

    @ParameterizedTest
    @MethodSource("bundlesWithLibraries")
    void aLibraryBelongsToOneBundle(String bundle) {
        noClasses()
                .that(resideInAPackage("io.edog..")
                        .and(not(resideInAnyPackage(packagesOf(bundle), packagesOf("offline")))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OWN_LIBRARIES.get(bundle).toArray(String[]::new))
                .because("they are the business of " + bundle)
                .check(Production.CLASSES);
    }

    @Test
    void nobodySeesJnaButTheBindingsAndTheAgent() {
        noClasses()
                .that(not(resideInAnyPackage("io.edog.libvirt..", "io.edog.agent..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.sun.jna..", "org.libvirt..")
                .check(Production.CLASSES);
    }

    @Test
    void everyClassIsInAKnownBundle() {
        var known = bundles().map(DependencyRuleTest::packagesOf).toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(Production.CLASSES);
    }

    @Test
    void packagesOfABundleHaveNoCycles() {
        slices().matching("io.edog.(*).(*)..")
                .should()
                .beFreeOfCycles()
                // A task tells why it failed in the words of the service that ran it.
                .ignoreDependency(Task.class, Problem.class)
                .check(Production.CLASSES);
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(Production.CLASSES).hasSizeGreaterThan(100);
    }

    private static String packagesOf(String bundle) {
        return "io.edog." + bundle + "..";
    }
}
