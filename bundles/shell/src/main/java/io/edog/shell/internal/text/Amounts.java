package io.edog.shell.internal.text;

import io.edog.shell.internal.Failure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and times, as people write and read them. */
public final class Amounts {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})\\s*([a-zA-Z]*)");
    private static final Map<String, Long> BYTES = Map.of(
            "b", 1L, "", 1L, "k", 1L << 10, "m", 1L << 20, "g", 1L << 30, "t", 1L << 40, "kib", 1L << 10, "mib",
            1L << 20, "gib", 1L << 30, "tib", 1L << 40);
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L);
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final int STEP = 1024;

    private Amounts() {}

    /** Bytes from {@code 10G}, {@code 512MiB} or a plain number; powers of 1024. */
    public static long bytes(String option, String text) {
        Matcher matcher = AMOUNT.matcher(text.strip());
        Long unit = matcher.matches() ? BYTES.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw Failure.usage(
                    option, "'" + text + "' is no size.", "Give a number with a unit, such as 10G or 512M.");
        }
        return product(option, text, Long.parseLong(matcher.group(1)), unit);
    }

    /** MiB from {@code 2G} or {@code 512M}; a plain number is MiB already. */
    public static long mebibytes(String option, String text) {
        if (text.strip().chars().allMatch(Character::isDigit)) {
            return bytes(option, text);
        }
        return bytes(option, text) >> 20;
    }

    /** A duration from {@code 90s}, {@code 10m}, {@code 2h} or {@code 7d}; empty when it has no such form. */
    public static Optional<Duration> duration(String text) {
        Matcher matcher = AMOUNT.matcher(text.strip());
        Long unit = matcher.matches() ? SECONDS.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
        return unit == null
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(product("duration", text, Long.parseLong(matcher.group(1)), unit)));
    }

    /** A size for people, such as {@code 1.5 GiB}. */
    public static String size(long bytes) {
        BigDecimal value = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (value.compareTo(BigDecimal.valueOf(STEP)) >= 0 && unit < UNITS.length - 1) {
            value = value.divide(BigDecimal.valueOf(STEP));
            unit++;
        }
        String number = String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
        return number + " " + UNITS[unit];
    }

    /** How long ago something was, such as {@code 3 min}; {@code now} below a second, and also for the future. */
    public static String ago(Instant then, Instant now) {
        long seconds = Duration.between(then, now).toSeconds();
        if (seconds < 1) {
            return "now";
        }
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7_200) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    private static long product(String option, String text, long number, long unit) {
        try {
            return Math.multiplyExact(number, unit);
        } catch (ArithmeticException e) {
            throw Failure.usage(option, "'" + text + "' is too large.", "Give a smaller amount.");
        }
    }
}
