package io.edog.appctl.node;

import io.edog.appctl.work.Outcome;
import java.util.Optional;

/**
 * What a node said of itself.
 *
 * @param trouble why it said nothing
 */
public record NodeAnswer(Optional<NodeStatus> status, Outcome trouble) {}
