package io.edog.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Small files, small methods: the limits are hard, "mostly" is a share. */
class SizeTest {
    private static final int MOST_LINES_OF_A_FILE = 400;
    private static final int FEW_LINES_OF_A_FILE = 100;
    private static final double SHARE_OF_SMALL_FILES = 0.8;

    private static final int MOST_LINES_OF_A_METHOD = 60;
    private static final int FEW_LINES_OF_A_METHOD = 10;
    private static final double SHARE_OF_SMALL_METHODS = 0.7;

    @Test
    void noFileIsLong() {
        assertThat(Sources.code())
                .isNotEmpty()
                .filteredOn(file -> length(file) > MOST_LINES_OF_A_FILE)
                .as("files of more than %d lines", MOST_LINES_OF_A_FILE)
                .isEmpty();
    }

    @Test
    void mostFilesAreSmall() {
        assertThat(share(Sources.java(), file -> length(file) < FEW_LINES_OF_A_FILE))
                .as("share of Java files of less than %d lines", FEW_LINES_OF_A_FILE)
                .isGreaterThanOrEqualTo(SHARE_OF_SMALL_FILES);
        assertThat(share(Sources.typescript(), file -> length(file) < FEW_LINES_OF_A_FILE))
                .as("share of TypeScript files of less than %d lines", FEW_LINES_OF_A_FILE)
                .isGreaterThanOrEqualTo(SHARE_OF_SMALL_FILES);
    }

    @Test
    void noMethodIsLong() {
        assertThat(Methods.in(Sources.java()))
                .isNotEmpty()
                .filteredOn(method -> method.lines() > MOST_LINES_OF_A_METHOD)
                .as("methods of more than %d lines", MOST_LINES_OF_A_METHOD)
                .isEmpty();
    }

    @Test
    void mostMethodsAreSmall() {
        assertThat(share(Methods.in(Sources.java()), method -> method.lines() < FEW_LINES_OF_A_METHOD))
                .as("share of methods of less than %d lines", FEW_LINES_OF_A_METHOD)
                .isGreaterThanOrEqualTo(SHARE_OF_SMALL_METHODS);
    }

    private static int length(Path file) {
        return Sources.lines(file).size();
    }

    private static <T> double share(Collection<T> all, Predicate<T> wanted) {
        return all.isEmpty()
                ? 1
                : (double) List.copyOf(all).stream().filter(wanted).count() / all.size();
    }
}
