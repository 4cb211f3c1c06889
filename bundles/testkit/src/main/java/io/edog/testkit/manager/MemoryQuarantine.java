package io.edog.testkit.manager;

import io.edog.api.journal.Index;
import io.edog.manager.internal.Quarantine;
import java.util.Optional;

/** A quarantine that is kept as long as the object lives. Thread-safe. */
public final class MemoryQuarantine implements Quarantine {
    private volatile Optional<String> reason = Optional.empty();

    @Override
    public Optional<String> reason() {
        return reason;
    }

    @Override
    public void enter(String why, Index agreed) {
        reason = Optional.of(why);
    }

    @Override
    public void clear() {
        reason = Optional.empty();
    }
}
