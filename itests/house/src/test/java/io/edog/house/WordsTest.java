package io.edog.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no source says, tests included: sleeping instead of waiting, work put off, tests switched off, one machine's paths; and what scripts do not pipe into. */
class WordsTest {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(|\\b(TODO|FIXME|XXX)\\b|@(Disabled|Ignore)\\b|\\b(it|test|describe)\\.(skip|only)\\(");

    private static final Path THIS_FILE = Path.of("house", "WordsTest.java");

    /**
     * Readers that end before their input does (grep -q, and grep to /dev/null, which is the same to GNU grep; head). Who writes to them is
     * killed by SIGPIPE now and then, and with pipefail a line that was found counts as not found: {@code found} of scripts/node/lib.sh.
     */
    private static final Pattern EARLY_READER = Pattern.compile(
            "(?<!\\|)\\|(?!\\|)\\s*(head\\b|grep\\b[^|]*(\\s-[a-zA-Z]*q|>\\s*/dev/null)|awk\\b[^|]*\\bexit\\b|sed\\b[^|]*\\dq\\b)");

    @Test
    void noSourceSaysThem() {
        var sources = Stream.concat(Sources.java().stream(), Sources.typescript().stream())
                .filter(file -> !file.endsWith(THIS_FILE));
        assertThat(sources.flatMap(file -> offences(file, FORBIDDEN))).isEmpty();
    }

    @Test
    void noScriptPipesIntoAReaderThatEndsEarly() {
        var scripts = Sources.bash();
        assertThat(scripts).isNotEmpty();
        assertThat(scripts.stream().flatMap(file -> offences(file, EARLY_READER)))
                .isEmpty();
    }

    private static Stream<String> offences(Path file, Pattern forbidden) {
        List<String> lines = Sources.lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> forbidden.matcher(lines.get(i)).find())
                .mapToObj(i -> file + ":" + (i + 1) + ": " + lines.get(i).strip());
    }
}
