package io.edog.api.model;

/**
 * A volume attached to a VM; the first of a VM's disks is the one it boots from.
 *
 * @param volume id of the volume
 * @param bus how the guest sees it
 */
public record Disk(String volume, DiskBus bus) {}
