package io.edog.core.plan;

import io.edog.api.model.Outcome;
import io.edog.api.model.Resource;
import io.edog.api.model.Session;
import io.edog.api.model.Task;
import io.edog.api.state.ClusterState;
import io.edog.core.Settings;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Forgets what has served its time: finished tasks, expired sessions, old idempotency keys. */
final class Housekeeping {
    /**
     * So many of the newest keys are never too old: a clock that jumps ahead by a day must not make a manager forget the key of a
     * command that is still being asked again.
     */
    private static final int NEVER_OLD = 2_000;

    private Housekeeping() {}

    static void plan(PlanContext context) {
        ClusterState state = context.draft.state();
        Settings settings = context.settings;
        List<Task> finished = state.list(Task.class).stream()
                .filter(task -> task.state().finished())
                .toList();
        Stream.of(
                        old(
                                finished,
                                Task::updatedAt,
                                context.now.minus(settings.taskRetention()),
                                settings.taskLimit()),
                        keys(context),
                        state.list(Session.class).stream()
                                .filter(s -> s.expiresAt().isBefore(context.now)))
                .flatMap(objects -> objects)
                .toList()
                .forEach(context.draft::remove);
    }

    private static Stream<Outcome> keys(PlanContext context) {
        List<Outcome> byAge = context.draft.state().list(Outcome.class).stream()
                .sorted(Comparator.comparing(Outcome::at))
                .toList();
        Settings settings = context.settings;
        Instant limit = context.now.minus(settings.outcomeRetention());
        int surplus = Math.max(0, byAge.size() - settings.outcomeLimit());
        int mayBeOld = Math.max(surplus, byAge.size() - NEVER_OLD);
        return Stream.concat(
                byAge.subList(0, surplus).stream(),
                byAge.subList(surplus, mayBeOld).stream()
                        .takeWhile(key -> key.at().isBefore(limit)));
    }

    /** Those older than a time, and of the others the oldest beyond a number. */
    private static <T extends Resource> Stream<T> old(List<T> all, Function<T, Instant> age, Instant limit, int most) {
        List<T> byAge = all.stream().sorted(Comparator.comparing(age)).toList();
        int surplus = Math.max(0, byAge.size() - most);
        return Stream.concat(
                byAge.subList(0, surplus).stream(),
                byAge.subList(surplus, byAge.size()).stream()
                        .takeWhile(object -> age.apply(object).isBefore(limit)));
    }
}
