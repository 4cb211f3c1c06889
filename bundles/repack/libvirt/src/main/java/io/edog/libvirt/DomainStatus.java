package io.edog.libvirt;

/**
 * A domain as libvirt lists it.
 *
 * @param id libvirt's number of this life of the domain, -1 while it is not active
 * @param state a {@code virDomainState}
 * @param reason what it means depends on the state
 */
public record DomainStatus(String uuid, int id, String name, int state, int reason) {}
