package io.edog.house;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no source says, tests included: sleeping instead of waiting, work put off, tests switched off, one machine's paths. */
class WordsTest {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(|\\b(TODO|FIXME|XXX)\\b|@(Disabled|Ignore)\\b|\\b(it|test|describe)\\.(skip|only)\\(");

    private static final Path THIS_FILE = Path.of("house", "WordsTest.java");

    @Test
    void noSourceSaysThem() {
        var found = Stream.concat(Sources.java().stream(), Sources.typescript().stream())
                .filter(file -> !file.endsWith(THIS_FILE))
                .flatMap(WordsTest::offences)
                .collect(toList());
        assertThat(found).isEmpty();
    }

    private static Stream<String> offences(Path file) {
        List<String> lines = Sources.lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> FORBIDDEN.matcher(lines.get(i)).find())
                .mapToObj(i -> file + ":" + (i + 1) + ": " + lines.get(i).strip());
    }
}
