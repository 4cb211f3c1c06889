package io.edog.agent.internal.report;

import io.edog.agent.internal.Backoff;
import io.edog.agent.internal.Reason;
import io.edog.agent.internal.ServiceSlot;
import io.edog.agent.internal.converge.Input;
import io.edog.agent.internal.converge.Jobs;
import io.edog.api.bus.BusException;
import io.edog.api.bus.HostBus;
import io.edog.api.bus.HostReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends reports: soon after each change, and each heartbeat. One is under way at a time, and the next says what is so
 * then. Belongs to the thread that makes the agent's steps, but for the sending.
 */
public final class Reporter {
    private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
    private static final Backoff PAUSE = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

    private final ReportForm form;
    private final ServiceSlot<HostBus> bus;
    private final Jobs jobs;
    private final Duration heartbeat;
    private final Duration coalesce;

    private Optional<Snapshot> said = Optional.empty();
    private Optional<Instant> changed = Optional.empty();
    private Instant beat = Instant.EPOCH;
    private Instant notBefore = Instant.EPOCH;
    private boolean sending;
    private int failures;

    public Reporter(ReportForm form, ServiceSlot<HostBus> bus, Jobs jobs, Duration heartbeat, Duration coalesce) {
        this.form = form;
        this.bus = bus;
        this.jobs = jobs;
        this.heartbeat = heartbeat;
        this.coalesce = coalesce;
    }

    /** Sends what is so now, if it is time to; when it next is. */
    public Instant report(Snapshot snapshot, Instant now) {
        if (changed.isEmpty() && !said.filter(snapshot::same).isPresent()) {
            changed = Optional.of(now);
        }
        Instant due = due();
        if (sending || bus.get().isEmpty()) {
            return now.plus(heartbeat);
        }
        if (now.isBefore(due)) {
            return due;
        }
        HostReport report = form.fill(snapshot, now, false);
        if (jobs.start("report", () -> send(report))) {
            sending = true;
            said = Optional.of(snapshot);
            changed = Optional.empty();
            beat = now.plus(heartbeat);
            return beat;
        }
        return now.plus(PAUSE.first());
    }

    private Instant due() {
        Instant soon = changed.map(it -> it.plus(coalesce)).orElse(beat);
        Instant wanted = soon.isBefore(beat) ? soon : beat;
        return wanted.isBefore(notBefore) ? notBefore : wanted;
    }

    private Input send(HostReport report) {
        try {
            deliver(report);
            return new Input.Reported(Optional.empty());
        } catch (BusException e) {
            return new Input.Reported(Optional.of(Reason.of(e)));
        } catch (RuntimeException e) {
            LOG.error("sending a report failed unexpectedly", e);
            return new Input.Reported(Optional.of(Reason.of(e)));
        }
    }

    private void deliver(HostReport report) {
        bus.get().orElseThrow(() -> new BusException("there is no bus")).report(report);
    }

    /** Whoever was told so far may be another than who listens now. */
    public void again() {
        said = Optional.empty();
    }

    /** A report was sent, or not: then what it said is said again. */
    public void sent(Input.Reported sent, Instant now) {
        sending = false;
        if (sent.failure().isEmpty()) {
            if (failures > 0) {
                LOG.info("reports reach the managers again");
            }
            failures = 0;
            return;
        }
        failures++;
        if (failures == 1) {
            LOG.warn(
                    "a report can't be sent, it is tried again: {}",
                    sent.failure().get());
        }
        notBefore = now.plus(PAUSE.pause(failures));
        said = Optional.empty();
    }

    /** The last one, sent at once: nothing is known of this host from then on. */
    public void leave(Snapshot snapshot, Instant now) {
        try {
            deliver(form.fill(snapshot, now, true));
        } catch (BusException e) {
            LOG.warn("that the agent stops can't be told: {}", e.getMessage());
        }
    }
}
