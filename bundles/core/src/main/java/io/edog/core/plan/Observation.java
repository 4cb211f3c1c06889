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
     */
    public record Seen(HostReport report, Instant receivedAt) {

        /** Why nothing is known of the host now; empty while its agent answers. */
        public Optional<String> silence(Instant now, Duration timeout) {
            if (report.leaving()) {
                return Optional.of("the agent of " + report.host() + " stopped in order");
            }
            return receivedAt.plus(timeout).isAfter(now)
                    ? Optional.empty()
                    : Optional.of(
                            "the agent of " + report.host() + " has not answered since " + Times.second(receivedAt));
        }
    }

    /** What was last heard of a host. */
    public Optional<Seen> of(String host) {
        return Optional.ofNullable(hosts.get(host));
    }
}
