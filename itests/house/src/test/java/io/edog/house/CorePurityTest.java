package io.edog.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code core} is a function of its arguments: time and ids come in, nothing else does. That is what makes a simulator possible. */
class CorePurityTest {
    private static final String CORE = "io.edog.core..";

    private static final DescribedPredicate<JavaClass> HARMLESS = resideInAnyPackage(
            CORE,
            "io.edog.api..",
            "java.lang..",
            "java.math..",
            "java.nio.charset..",
            "java.text..",
            "java.time..",
            "java.util",
            "java.util.function..",
            "java.util.regex..",
            "java.util.stream..",
            "org.pcollections..",
            "org.jspecify..",
            "org.osgi.annotation..");

    private static final Set<String> IMPURE_TYPES = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.ref.Cleaner",
            "java.time.Clock",
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.util.random.RandomGenerator");

    private static final Set<String> IMPURE_CALLS = Set.of(
            "java.lang.Math.random",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.identityHashCode",
            "java.lang.System.nanoTime",
            "java.util.Collections.shuffle",
            "java.util.Date.<init>",
            "java.util.UUID.randomUUID");

    @Test
    void coreSeesNoInputOutputThreadsLoggingOrContainer() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat(
                        not(HARMLESS).and(not(describe("an array or a primitive", JavaClass::isPrimitive))))
                .check(Production.CLASSES);
    }

    @Test
    void coreSeesNoImpureType() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat(
                        describe("clocks, threads, processes, random", type -> IMPURE_TYPES.contains(type.getName())))
                .check(Production.CLASSES);
    }

    @Test
    void coreAsksNoClockAndDrawsNoRandom() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .accessTargetWhere(describe("reads a clock, the environment or chance", CorePurityTest::impure))
                .because("time and ids come in as arguments; compare " + Clock.class.getName())
                .check(Production.CLASSES);
    }

    private static boolean impure(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = target.getOwner();
        return IMPURE_CALLS.contains(owner.getName() + "." + target.getName())
                || (owner.getPackageName().startsWith("java.time")
                        && target.getName().equals("now"));
    }
}
