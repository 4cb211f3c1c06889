package io.edog.api.bus;

import java.util.Optional;

/**
 * A volume or template that a host shall make or remove.
 *
 * @param id its id
 * @param tenant its tenant, part of where it lies
 * @param pool id of the pool
 * @param target what it shall be
 * @param sizeBytes size of an empty volume; 0 when cloned or imported
 */
public record VolumeAssignment(
        String id,
        String tenant,
        String pool,
        Target target,
        long sizeBytes,
        Optional<CloneOf> cloneOf,
        Optional<String> importFrom) {
    /** What it shall be. */
    public enum Target {
        /** An image guests write to. */
        VOLUME,
        /** An image others are cloned from. */
        TEMPLATE,
        /** A volume no more. */
        NO_VOLUME,
        /** A template no more. */
        NO_TEMPLATE
    }

    /** The template a volume is a linked clone of. */
    public record CloneOf(String template, String tenant) {}
}
