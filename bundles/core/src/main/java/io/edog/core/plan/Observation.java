package io.edog.core.plan;

import io.edog.api.bus.HostReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What hosts report, never journaled as such.
 *
 * @param hosts the newest report of each host, by id
 */
public record Observation(Map<String, Seen> hosts) {
    public Observation {
        hosts = Map.copyOf(hosts);
    }

    /**
     * A report and when it came, by the manager's clock.
     *
     * @param receivedAt by the manager's clock; the host's clock is never compared
     * @param news whether another report was there before: the first one that a manager gets may have lain there since long ago
     */
    public record Seen(HostReport report, Instant receivedAt, boolean news) {

        /** Why nothing is known of the host now; empty while its agent answers. */
        public Optional<String> silence(Instant now, Duration timeout) {
            if (report.leaving()) {
                return Optional.of("the agent of " + report.host() + " stopped in order");
            }
            if (!news) {
                return Optional.of("the agent of " + report.host() + " has said nothing new to this manager yet");
            }
            return receivedAt.plus(timeout).isAfter(now)
                    ? Optional.empty()
                    : Optional.of(
                            "the agent of " + report.host() + " has not answered since " + Times.second(receivedAt));
        }

        /** Whether it is too early to say if the agent answers. */
        boolean early(Instant now, Duration timeout) {
            return !report.leaving() && !news && receivedAt.plus(timeout).isAfter(now);
        }
    }

    /** What was last heard of a host. */
    public Optional<Seen> of(String host) {
        return Optional.ofNullable(hosts.get(host));
    }
}
