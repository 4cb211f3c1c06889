package io.edog.rbac.internal;

/**
 * What one hash costs.
 *
 * @param memoryKiB memory in KiB, at least 8 a lane
 * @param iterations passes over it, ≥ 1
 * @param parallelism lanes, ≥ 1
 */
record Argon2Cost(int memoryKiB, int iterations, int parallelism) {
    Argon2Cost {
        if (iterations < 1 || parallelism < 1 || memoryKiB < 8 * parallelism) {
            throw new IllegalArgumentException("not a cost of Argon2: memory %d KiB, %d iterations, %d lanes"
                    .formatted(memoryKiB, iterations, parallelism));
        }
    }
}
