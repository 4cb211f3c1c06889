package io.edog.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void everyCommandClassIsInTheList() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/edog/shell/internal/command"))) {
            List<String> annotated = sources.filter(CommandsTest::isCommand)
                    .map(path -> path.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(Commands.ALL.stream().map(Class::getSimpleName)).containsExactlyInAnyOrderElementsOf(annotated);
        }
    }

    @Test
    void everyCommandExplainsItself() {
        for (Class<?> type : Commands.ALL) {
            Command command = type.getAnnotation(Command.class);
            assertThat(command.scope()).isEqualTo("edog");
            assertThat(command.name()).matches("[a-z]+(-[a-z]+)?");
            assertThat(command.description()).as(command.name()).hasSizeBetween(10, 100);
            assertThat(type.isAnnotationPresent(Service.class)).isTrue();
            assertThat(type.getAnnotation(Parsing.class).value()).isEqualTo(OptionsFirst.class);
            assertThat(Modifier.isPublic(type.getModifiers()))
                    .as("Karaf makes it")
                    .isTrue();
        }
    }

    @Test
    void everyOptionAndArgumentExplainsItself() {
        for (Class<?> type : Commands.ALL) {
            for (Field field : fields(type)) {
                Option option = field.getAnnotation(Option.class);
                Argument argument = field.getAnnotation(Argument.class);
                if (option != null) {
                    assertThat(option.name()).startsWith("--");
                    assertThat(option.description()).as(option.name()).isNotEmpty();
                }
                if (argument != null) {
                    assertThat(argument.description()).as(argument.name()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void everyCommandHasJson() {
        assertThat(Commands.ALL)
                .allSatisfy(type -> assertThat(
                                Commands.flags(type.getAnnotation(Command.class).name()))
                        .contains("--json"));
    }

    @Test
    void optionsComeFirstWithTheirValues() {
        Set<String> flags = Commands.flags("edog:vm-stop");
        assertThat(OptionsFirst.sorted(List.of("edog:vm-stop", "demo", "--force", "--grace", "5"), flags))
                .containsExactly("edog:vm-stop", "--force", "--grace", "5", "demo");
        assertThat(OptionsFirst.sorted(List.of("vm-stop", "demo", "--grace=5", "--grace"), flags))
                .containsExactly("vm-stop", "--grace=5", "--grace", "demo");
    }

    private static boolean isCommand(Path source) {
        try {
            return Files.readString(source).contains("@Command(");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
            fields.addAll(List.of(level.getDeclaredFields()));
        }
        return fields;
    }
}
