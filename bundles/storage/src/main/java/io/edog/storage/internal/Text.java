package io.edog.storage.internal;

import java.util.Arrays;
import java.util.List;

/** Small forms of text in configuration. */
final class Text {
    private Text() {}

    /** The words between commas. */
    static List<String> list(String words) {
        return Arrays.stream(words.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
