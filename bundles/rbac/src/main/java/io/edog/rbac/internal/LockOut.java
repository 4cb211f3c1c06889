package io.edog.rbac.internal;

import io.edog.api.service.Problem;
import io.edog.api.service.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts failed log-ins a name, known or not, and shuts the door for longer and longer. In memory only. */
final class LockOut {
    private static final int NAMES = 10_000;

    private record Failures(int count, Instant last) {}

    private final int after;
    private final Duration first;
    private final Duration longest;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    LockOut(int after, Duration first, Duration longest, Clock clock) {
        this.after = after;
        this.first = first;
        this.longest = longest;
        this.clock = clock;
    }

    /** Refuses with a 429 problem while a name is locked out. */
    void check(String name) {
        Duration left = left(name);
        if (!left.isZero()) {
            throw new ProblemException(lockedOut(left.toSeconds() + 1));
        }
    }

    synchronized void failed(String name) {
        String key = key(name);
        int before = current(key).map(Failures::count).orElse(0);
        failures.remove(key);
        failures.put(key, new Failures(before + 1, clock.instant()));
        if (failures.size() > NAMES) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String name) {
        failures.remove(key(name));
    }

    private synchronized Duration left(String name) {
        return current(key(name))
                .filter(f -> f.count() >= after)
                .map(f -> Duration.between(clock.instant(), f.last().plus(length(f.count()))))
                .filter(d -> !d.isNegative())
                .orElse(Duration.ZERO);
    }

    private Optional<Failures> current(String key) {
        return Optional.ofNullable(failures.get(key))
                .filter(f -> f.last().plus(longest).isAfter(clock.instant()));
    }

    private Duration length(int count) {
        int doublings = Math.min(count - after, 30);
        Duration grown = first.multipliedBy(1L << doublings);
        return grown.compareTo(longest) < 0 ? grown : longest;
    }

    private static String key(String name) {
        return name.length() > 64 ? name.substring(0, 64) : name.toLowerCase(Locale.ROOT);
    }

    private static Problem lockedOut(long seconds) {
        return new Problem(
                "locked-out",
                "Too many failed log-ins",
                429,
                "There were too many failed log-ins with this name.",
                Optional.of("user"),
                Optional.of("Try again in " + seconds + " s."));
    }
}
