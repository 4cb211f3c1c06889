package io.edog.agent.internal.libvirt;

import io.edog.api.hypervisor.Domain;
import io.edog.api.hypervisor.DomainState;
import io.edog.api.hypervisor.HypervisorEvent;
import io.edog.api.hypervisor.PauseReason;
import io.edog.libvirt.DomainStatus;

/** What libvirt's numbers mean. The constants' names and values are libvirt's. */
final class LibvirtStates {
    private static final int VIR_DOMAIN_PAUSED = 3;
    private static final int VIR_DOMAIN_SHUTDOWN = 4;
    private static final int VIR_DOMAIN_SHUTOFF = 5;
    private static final int VIR_DOMAIN_CRASHED = 6;
    private static final int VIR_DOMAIN_PMSUSPENDED = 7;

    private static final int VIR_DOMAIN_PAUSED_USER = 1;
    private static final int VIR_DOMAIN_PAUSED_IOERROR = 5;
    private static final int VIR_DOMAIN_PAUSED_STARTING_UP = 11;
    private static final String[] PAUSED_BECAUSE = {
        "for a reason libvirt does not know",
        "on request",
        "by a migration",
        "while it is saved",
        "while it is dumped",
        "by a disk's input/output error",
        "by its watchdog",
        "by a snapshot's revert",
        "while it shuts down",
        "by a snapshot",
        "because its guest crashed",
        "while it starts",
        "after a failed migration by post-copy",
        "after a failed migration by post-copy",
        "by an error of the emulator"
    };

    private static final int VIR_DOMAIN_EVENT_STOPPED = 5;
    private static final int VIR_DOMAIN_EVENT_SHUTDOWN = 6;
    private static final int VIR_DOMAIN_EVENT_CRASHED = 8;
    private static final int VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN = 0;
    private static final int VIR_DOMAIN_EVENT_STOPPED_DESTROYED = 1;
    private static final int VIR_DOMAIN_EVENT_STOPPED_CRASHED = 2;
    private static final int VIR_DOMAIN_EVENT_STOPPED_FAILED = 5;
    private static final int VIR_DOMAIN_EVENT_SHUTDOWN_HOST = 2;

    private LibvirtStates() {}

    static Domain domain(Metadata metadata, DomainStatus status) {
        return switch (status.state()) {
            case VIR_DOMAIN_PAUSED -> paused(metadata, status.reason());
            case VIR_DOMAIN_PMSUSPENDED ->
                domain(metadata, DomainState.PAUSED, PauseReason.OTHER, "paused by its guest's own power management");
            case VIR_DOMAIN_SHUTDOWN, VIR_DOMAIN_CRASHED -> domain(metadata, DomainState.ENDING, PauseReason.NONE, "");
            case VIR_DOMAIN_SHUTOFF -> domain(metadata, DomainState.STARTING, PauseReason.NONE, "");
            default -> domain(metadata, DomainState.RUNNING, PauseReason.NONE, "");
        };
    }

    private static Domain paused(Metadata metadata, int reason) {
        PauseReason known = switch (reason) {
            case VIR_DOMAIN_PAUSED_USER, VIR_DOMAIN_PAUSED_STARTING_UP -> PauseReason.REQUESTED;
            case VIR_DOMAIN_PAUSED_IOERROR -> PauseReason.IO_ERROR;
            default -> PauseReason.OTHER;
        };
        String because = PAUSED_BECAUSE[reason >= 0 && reason < PAUSED_BECAUSE.length ? reason : 0];
        return domain(metadata, DomainState.PAUSED, known, known == PauseReason.REQUESTED ? "" : "paused " + because);
    }

    private static Domain domain(Metadata metadata, DomainState state, PauseReason reason, String detail) {
        return new Domain(metadata.key(), metadata.bootId(), metadata.operation(), state, reason, detail);
    }

    static HypervisorEvent.Kind kind(int event, int detail) {
        return switch (event) {
            case VIR_DOMAIN_EVENT_SHUTDOWN ->
                detail == VIR_DOMAIN_EVENT_SHUTDOWN_HOST ? HypervisorEvent.Kind.KILLED : HypervisorEvent.Kind.GUEST_OFF;
            case VIR_DOMAIN_EVENT_STOPPED -> stopped(detail);
            case VIR_DOMAIN_EVENT_CRASHED -> HypervisorEvent.Kind.PANICKED;
            default -> HypervisorEvent.Kind.CHANGED;
        };
    }

    private static HypervisorEvent.Kind stopped(int detail) {
        return switch (detail) {
            case VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN -> HypervisorEvent.Kind.ENDED_BY_GUEST;
            case VIR_DOMAIN_EVENT_STOPPED_DESTROYED -> HypervisorEvent.Kind.ENDED_BY_DESTROY;
            case VIR_DOMAIN_EVENT_STOPPED_CRASHED, VIR_DOMAIN_EVENT_STOPPED_FAILED ->
                HypervisorEvent.Kind.ENDED_BY_CRASH;
            default -> HypervisorEvent.Kind.ENDED;
        };
    }
}
