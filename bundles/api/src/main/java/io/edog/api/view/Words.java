package io.edog.api.view;

import java.util.Locale;

/** The words for enum constants, as JSON has them. */
public final class Words {

    private Words() {}

    /** Lower case, such as {@code running}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
