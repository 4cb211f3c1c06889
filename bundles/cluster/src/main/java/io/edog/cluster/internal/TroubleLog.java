package io.edog.cluster.internal;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs why nobody leads: once for each reason, and only if it lasts, as a change of leaders is no trouble. Not thread-safe. */
final class TroubleLog {
    private static final Logger LOG = LoggerFactory.getLogger(TroubleLog.class);

    private final Duration patience;
    private Optional<String> current = Optional.empty();
    private Deadline lasts;
    private boolean told;

    TroubleLog(Duration patience) {
        this.patience = patience;
        this.lasts = Deadline.in(patience);
    }

    void saw(Optional<String> trouble) {
        if (!trouble.equals(current)) {
            current = trouble;
            lasts = Deadline.in(patience);
            told = false;
        } else if (trouble.isPresent() && !told && lasts.passed()) {
            told = true;
            LOG.warn("nobody leads: {}", trouble.get());
        }
    }
}
