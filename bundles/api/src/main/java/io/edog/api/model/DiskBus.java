package io.edog.api.model;

/** The controller a guest sees a disk on. */
public enum DiskBus {
    VIRTIO,
    SATA,
    IDE,
    SCSI
}
