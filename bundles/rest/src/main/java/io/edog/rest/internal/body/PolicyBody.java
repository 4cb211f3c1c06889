package io.edog.rest.internal.body;

import io.edog.api.model.Policy;
import io.edog.api.model.PolicyAction;
import java.util.Optional;

/** A policy; absent fields stay as they are, or as by default. */
public record PolicyBody(
        Optional<PolicyAction> onCrash, Optional<PolicyAction> onShutdown, Optional<PolicyAction> onHostLoss) {

    /** This on top of another policy. */
    public Policy over(Policy base) {
        return new Policy(
                onCrash.orElse(base.onCrash()),
                onShutdown.orElse(base.onShutdown()),
                onHostLoss.orElse(base.onHostLoss()));
    }

    /** Whether nothing of the other policy would remain. */
    public boolean complete() {
        return onCrash.isPresent() && onShutdown.isPresent() && onHostLoss.isPresent();
    }
}
