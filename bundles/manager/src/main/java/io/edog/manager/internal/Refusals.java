package io.edog.manager.internal;

import io.edog.api.service.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this leader has refused lately. A caller who gave a command twice under one key, and hears that it was refused, takes it for
 * not done: the attempt that is still on its way must not be accepted afterwards. Used by the loop alone.
 */
final class Refusals {
    private final Duration kept;
    private final int most;
    private final Map<String, Refusal> all = new LinkedHashMap<>();

    private record Refusal(Problem problem, Instant until) {}

    Refusals(EngineLimits limits) {
        // An attempt lives so long at the manager that took it in, and at most as long again on its way here.
        this.kept = limits.submitTimeout().multipliedBy(2);
        this.most = limits.settings().outcomeLimit();
    }

    /** What this very command was refused with under its key, while an attempt begun before may still come. */
    Optional<Problem> find(PendingCommand command, Instant now) {
        return Optional.ofNullable(all.get(id(command)))
                .filter(refusal -> now.isBefore(refusal.until()))
                .map(Refusal::problem);
    }

    /** A caller is told so. What was kept already is not kept any longer by it. */
    void told(PendingCommand command, Problem problem, Instant now) {
        forget(now);
        if (isFinal(problem)) {
            all.putIfAbsent(id(command), new Refusal(problem, now.plus(kept)));
        }
    }

    /** Who is told to try again later is told nothing about the command. */
    private static boolean isFinal(Problem problem) {
        return problem.status() < 500;
    }

    private void forget(Instant now) {
        Iterator<Refusal> oldest = all.values().iterator();
        while (oldest.hasNext()) {
            boolean over = !now.isBefore(oldest.next().until());
            if (!over && all.size() < most) {
                return;
            }
            oldest.remove();
        }
    }

    private static String id(PendingCommand command) {
        return command.outcomeId() + " " + command.fingerprint();
    }
}
