package io.edog.api.model;

/**
 * What happens when a guest ends without having been asked to.
 *
 * @param onCrash when QEMU died or the guest could not be found any more
 * @param onShutdown when the guest powered itself off
 * @param onHostLoss when its host rebooted, was fenced or was confirmed off
 */
public record Policy(PolicyAction onCrash, PolicyAction onShutdown, PolicyAction onHostLoss) {
    /** Restart after a crash or a lost host; a guest that powers itself off stays off. */
    public static final Policy DEFAULT = new Policy(PolicyAction.RESTART, PolicyAction.STOP, PolicyAction.RESTART);
}
