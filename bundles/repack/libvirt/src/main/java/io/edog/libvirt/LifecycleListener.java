package io.edog.libvirt;

/** Told of what happens to domains, on the thread of the event loop; must not block. */
@FunctionalInterface
public interface LifecycleListener {
    /**
     * Something happened.
     *
     * @param event a {@code virDomainEventType}
     * @param detail what it means depends on the event
     */
    void happened(String uuid, int event, int detail);
}
