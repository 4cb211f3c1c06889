package io.edog.appctl.node;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a node is.
 *
 * @param role what it is at the moment: {@code leader}, {@code follower}, {@code witness}, {@code agent}, {@code down}
 * @param index of the newest change it has applied; empty for who applies none, or does not answer
 */
public record Pulse(String node, String role, NodeStatus status, OptionalLong index, Optional<String> leader) {}
