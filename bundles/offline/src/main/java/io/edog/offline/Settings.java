package io.edog.offline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file of the container, with {@code ${name}} and {@code ${name:-default}} filled in. */
final class Settings {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}:]+)(?::-([^}]*))?}");

    private final Properties properties;
    private final Properties variables;

    private Settings(Properties properties, Properties variables) {
        this.properties = properties;
        this.variables = variables;
    }

    /**
     * Reads a file; one that is not there says nothing.
     *
     * @param variables what may stand in it as {@code ${name}}
     */
    static Settings read(Path file, Properties variables) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
        }
        return new Settings(properties, variables);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(properties.getProperty(name)).map(this::fill).filter(text -> !text.isBlank());
    }

    private String fill(String text) {
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match)));
    }

    private String value(MatchResult match) {
        String fallback = Optional.ofNullable(match.group(2)).orElse("");
        return variables.getProperty(match.group(1), fallback);
    }
}
