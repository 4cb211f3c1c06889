package io.edog.core.plan;

import io.edog.api.bus.VolumeReport;
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

    /** What a host says of its work, or that it works. */
    static String said(VolumeReport report) {
        return report.detail().isEmpty() ? "its host works on it" : report.detail();
    }
}
