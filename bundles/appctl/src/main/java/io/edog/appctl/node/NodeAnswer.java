package io.edog.appctl.node;

import io.edog.appctl.work.Outcome;
import java.util.Optional;

/**
 * What a node said of itself.
 *
 * @param trouble why it said nothing
 * @param dead whether nothing answers there, or a host without edog: otherwise its edog may run, and only could not be asked
 */
public record NodeAnswer(Optional<NodeStatus> status, Outcome trouble, boolean dead) {}
