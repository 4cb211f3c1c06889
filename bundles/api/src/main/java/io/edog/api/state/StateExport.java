package io.edog.api.state;

/** A state that was read whole, and what its header said of it. */
public record StateExport(StateHeader header, ClusterState state) {}
