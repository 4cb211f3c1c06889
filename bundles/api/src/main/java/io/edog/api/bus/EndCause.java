package io.edog.api.bus;

/** Why a run ended. */
public enum EndCause {
    /** The guest powered itself off, unasked. */
    SHUTDOWN,
    /** Its QEMU died, or vanished without a word. */
    CRASHED,
    /** It was ended because it should end. */
    STOPPED,
    /** It could not be started; the detail is libvirt's word. */
    FAILED,
    /** The host rebooted since. */
    HOST_LOST
}
