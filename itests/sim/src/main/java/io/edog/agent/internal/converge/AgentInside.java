package io.edog.agent.internal.converge;

import io.edog.agent.internal.record.Records;
import io.edog.agent.internal.record.SeenMark;
import io.edog.api.bus.Assignments;

/** The agent's own acceptance of assignments. In this package because the product shows its inside to nobody. */
public final class AgentInside {
    private final AssignmentGate gate;

    public AgentInside(Records records) {
        this.gate = new AssignmentGate(records);
    }

    /** Whether these are to be followed. */
    public boolean passes(Assignments assignments) {
        return gate.passes(assignments);
    }

    public SeenMark answered() {
        return gate.answered();
    }
}
