package io.edog.agent.internal;

import java.util.Optional;

/** The place of a service that comes and goes with its feature. Thread-safe. */
public final class ServiceSlot<T> {
    private volatile Optional<T> service = Optional.empty();

    public synchronized void set(T present) {
        service = Optional.of(present);
    }

    /** Takes one away, if it is the present one. */
    public synchronized void unset(T gone) {
        service = service.filter(it -> it != gone);
    }

    public Optional<T> get() {
        return service;
    }
}
