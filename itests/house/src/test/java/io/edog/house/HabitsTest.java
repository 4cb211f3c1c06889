package io.edog.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What no class of edog does. */
class HabitsTest {
    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(name(Thread.class.getName()))).and(target(name("sleep"))))
                .orShould()
                .callMethodWhere(target(owner(name(TimeUnit.class.getName()))).and(target(name("sleep"))))
                .because("a wait awaits a condition, and has a limit")
                .check(Production.CLASSES);
    }

    @Test
    void noStaticFieldIsMutable() {
        fields().that().areStatic().should().beFinal().check(Production.CLASSES);
    }

    @Test
    void nobodyWritesToStandardStreams() {
        // The shell's client is a command: its output is the point of it.
        noClasses()
                .that()
                .resideOutsideOfPackage("io.edog.shell.client..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(Production.CLASSES);
    }

    @Test
    void nobodyUsesTheLogOfTheJdk() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(Production.CLASSES);
    }

    @Test
    void nobodyThrowsWhatCannotBeTold() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(Production.CLASSES);
    }
}
