package io.edog.api.model;

/**
 * A network card.
 *
 * @param bridge name of the Linux bridge on the host
 * @param mac {@code 52:54:00:…}, unique in the cluster
 * @param model as QEMU names it: {@code virtio}, {@code e1000}, {@code rtl8139} …
 */
public record Nic(String bridge, String mac, String model) {}
