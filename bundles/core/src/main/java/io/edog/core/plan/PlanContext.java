package io.edog.core.plan;

import io.edog.api.model.Kind;
import io.edog.core.Draft;
import io.edog.core.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One planning round. Not thread-safe; lives within one call of the reconciler. */
final class PlanContext {
    final Draft draft;
    final Observation observation;
    final Instant now;
    final Settings settings;
    private final List<Plan.Timer> timers = new ArrayList<>();

    PlanContext(Draft draft, Observation observation, Instant now, Settings settings) {
        this.draft = draft;
        this.observation = observation;
        this.now = now;
        this.settings = settings;
    }

    void wake(Instant at, Kind kind, String id) {
        timers.add(new Plan.Timer(at, kind, id));
    }

    /** The report of a host whose agent answers. */
    Optional<Observation.Seen> heard(String host) {
        return observation
                .of(host)
                .filter(seen -> seen.silence(now, settings.agentTimeout()).isEmpty());
    }

    /** Whether this manager has just begun to listen, so that what it knows of a host may be old: then it is left as it is for a while. */
    boolean early(String host) {
        return observation
                .of(host)
                .filter(seen -> seen.early(now, settings.agentTimeout()))
                .isPresent();
    }

    Plan plan() {
        return new Plan(draft.changes(), timers);
    }
}
