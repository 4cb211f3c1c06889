package io.edog.appctl.remote;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words for the shell at the other end. */
final class Quote {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Quote() {}

    static String words(List<String> words) {
        return words.stream().map(Quote::word).collect(Collectors.joining(" "));
    }

    static String word(String word) {
        return HARMLESS.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
