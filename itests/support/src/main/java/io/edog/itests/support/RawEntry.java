package io.edog.itests.support;

import java.util.List;

/**
 * An entry of the journal as it lies in ZooKeeper.
 *
 * @param claimed the hash in its header
 * @param computed the hash of what it holds
 * @param outcomes ids of the outcomes it holds: {@code user:key}
 */
public record RawEntry(
        long index, long epoch, String previous, String claimed, String computed, List<String> outcomes) {}
