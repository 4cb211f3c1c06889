package io.edog.api.bus;

import io.edog.api.model.DiskBus;

/**
 * A disk of a guest, as its host needs it.
 *
 * @param volume id of the volume
 * @param tenant the volume's tenant, part of where it lies
 * @param pool id of its pool
 */
public record GuestDisk(String volume, String tenant, String pool, DiskBus bus) {}
