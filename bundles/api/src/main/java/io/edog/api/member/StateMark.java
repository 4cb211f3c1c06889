package io.edog.api.member;

import io.edog.api.journal.Index;
import io.edog.api.state.StateHash;

/** A state hash and the index it belongs to. Two managers with equal indexes and different hashes have diverged. */
public record StateMark(Index index, StateHash hash) {}
