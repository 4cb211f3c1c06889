package io.edog.agent.internal.report;

import io.edog.api.bus.HostReport;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Fills in reports: what changes comes from the agent's state, what does not is known here. */
public final class ReportForm {
    private final String host;
    private final String agentVersion;
    private final HostFacts facts;
    private final AtomicLong sequence = new AtomicLong();

    public ReportForm(String host, String agentVersion, HostFacts facts) {
        this.host = host;
        this.agentVersion = agentVersion;
        this.facts = facts;
    }

    HostReport fill(Snapshot snapshot, Instant now, boolean leaving) {
        HostFacts.Memory memory = facts.memory();
        return new HostReport(
                host,
                facts.bootId(),
                sequence.incrementAndGet(),
                now,
                snapshot.answers().epoch(),
                snapshot.answers().index(),
                leaving,
                agentVersion,
                snapshot.libvirt(),
                facts.cpus(),
                memory.totalMiB(),
                memory.freeMiB(),
                snapshot.guests(),
                snapshot.volumes(),
                snapshot.pools());
    }
}
