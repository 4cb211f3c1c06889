package io.edog.testkit.store;

import io.edog.api.journal.Change;
import io.edog.api.journal.Entry;
import io.edog.api.model.Kind;
import io.edog.api.model.Outcome;
import io.edog.api.model.Resource;
import io.edog.api.model.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Entries of random puts, changes and removals over a few objects; the same seed and state give the same entries. */
public final class RandomHistory {
    private static final int OBJECTS = 20;
    private static final int CHANGES = 6;

    private final Random random;
    private final History history;

    public RandomHistory(long seed, History history) {
        this.random = new Random(seed);
        this.history = history;
    }

    /** The next entry; the history has moved on by it. */
    public Entry next() {
        List<Change> changes = new ArrayList<>();
        int count = random.nextInt(CHANGES);
        for (int i = 0; i < count; i++) {
            changes.add(change(random.nextInt(OBJECTS)));
        }
        List<Outcome> outcomes =
                random.nextBoolean() ? List.of(Samples.outcome("ann:" + random.nextLong())) : List.of();
        return history.next(changes, outcomes);
    }

    private Change change(int number) {
        return switch (random.nextInt(5)) {
            case 0 -> Change.Removed.of(Samples.vm("vm-" + number, "x"));
            case 1 -> Change.Removed.of(Samples.volume("vol-" + number, Optional.empty()));
            case 2 -> new Change.Put(Samples.volume("vol-" + number, Optional.of("vm-" + random.nextInt(OBJECTS))));
            case 3 -> new Change.Put(Samples.task("task-" + number).message("step", random.nextInt(100), Samples.AT));
            default -> new Change.Put(changed("vm-" + number));
        };
    }

    private Resource changed(String id) {
        Vm vm = Optional.ofNullable(history.state().all(Kind.VM).get(id))
                .map(Vm.class::cast)
                .orElseGet(() -> Samples.vm(id, "name-" + id));
        return random.nextBoolean() ? Samples.running(vm, vm.lastRun() + 1) : Samples.vm(id, "name" + random.nextInt());
    }
}
