package io.edog.api.bus;

/**
 * A host's word on a volume or template it was assigned.
 *
 * @param target the assignment it answers: a word on an older one says nothing of this one
 * @param state how far it is
 * @param detail why, in a sentence; may be empty
 * @param sizeBytes the size a guest sees, once known; else 0
 * @param progress 0 to 100
 */
public record VolumeReport(
        String id, VolumeAssignment.Target target, Progress state, String detail, long sizeBytes, int progress) {
    /** How far the work is. */
    public enum Progress {
        WAITING,
        WORKING,
        /** It is as assigned: there, or gone. */
        DONE,
        FAILED
    }
}
