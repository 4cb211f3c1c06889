package io.edog.itests.history.check;

import java.util.List;

/**
 * An entry as it lies in ZooKeeper.
 *
 * @param claimed the hash in its header
 * @param computed the hash of what it holds
 * @param keys the idempotency keys whose outcomes it holds
 */
public record ChainLink(long index, String previous, String claimed, String computed, List<String> keys) {}
