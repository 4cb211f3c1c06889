package io.edog.api.export;

import io.edog.api.journal.Index;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a file with a state is named: {@code 00000012-index-4711-20261123T174500Z.state.gz}. */
record FileName(long sequence, Index index, Instant at) {
    private static final Pattern FORM = Pattern.compile("(\\d{8,18})-index-(\\d{1,18})-(\\d{8}T\\d{6}Z)\\.state\\.gz");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The file, if it is one and is named so. */
    static Optional<StateFile> parse(Path path) {
        Matcher form = FORM.matcher(String.valueOf(path.getFileName()));
        try {
            return form.matches() ? Optional.of(file(path, form)) : Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static StateFile file(Path path, Matcher form) throws IOException {
        return new StateFile(
                path,
                Long.parseLong(form.group(1)),
                new Index(Long.parseLong(form.group(2))),
                TIME.parse(form.group(3), Instant::from),
                Files.size(path));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%08d-index-%d-%s.state.gz", sequence, index.value(), TIME.format(at));
    }
}
