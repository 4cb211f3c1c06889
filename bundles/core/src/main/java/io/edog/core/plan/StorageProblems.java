package io.edog.core.plan;

import io.edog.api.service.Problem;

/** How storage work is told of. */
final class StorageProblems {
    private static final int STEP = 10;

    private StorageProblems() {}

    static Problem of(String detail) {
        return Problem.failed("storage-failed", detail, "Mend what it says, delete the failed object, try again.");
    }

    /** Progress in steps of ten, so that it costs few journal entries. */
    static int coarse(int percent) {
        return percent / STEP * STEP;
    }
}
