package io.edog.libvirt;

import static io.edog.libvirt.NativeLibvirt.LIBRARY;

import com.sun.jna.Pointer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/**
 * The binding's connection, with its pointer shown and guarded: a call on a connection that another thread has closed
 * would take the whole process down.
 */
final class Handle extends Connect {
    private static final long CLOSE_LIMIT_SECONDS = 60;

    private final ReentrantReadWriteLock guard = new ReentrantReadWriteLock();
    private final Map<Integer, NativeLibvirt.LifecycleCallback> callbacks = new HashMap<>();
    private boolean closeListener;
    private boolean ended;

    Handle(String uri) throws LibvirtException {
        super(uri);
    }

    interface Call<T> {
        T on(Handle connect) throws LibvirtException, LibvirtFailure;
    }

    /** Makes a call, if the connection has not been ended. */
    <T> T use(Call<T> call) throws LibvirtFailure {
        guard.readLock().lock();
        try {
            if (ended) {
                throw LibvirtFailure.closed();
            }
            return call.on(this);
        } catch (LibvirtException e) {
            throw LibvirtFailure.of(e);
        } finally {
            guard.readLock().unlock();
        }
    }

    Pointer pointer() {
        return vcp.getPointer();
    }

    int listen(NativeLibvirt.LifecycleCallback callback) throws LibvirtFailure {
        int id = LIBRARY.virConnectDomainEventRegisterAny(
                pointer(), null, NativeLibvirt.VIR_DOMAIN_EVENT_ID_LIFECYCLE, callback, null, null);
        if (id < 0) {
            throw LibvirtFailure.last("virConnectDomainEventRegisterAny");
        }
        synchronized (callbacks) {
            // libvirt holds no Java reference to it
            callbacks.put(id, callback);
        }
        return id;
    }

    boolean listenForClose(Runnable closed) throws LibvirtException {
        registerCloseListener((on, reason) -> closed.run());
        synchronized (callbacks) {
            closeListener = true;
        }
        return true;
    }

    /** Closes it, or leaves it open for good if a call on it does not come back. */
    void end() throws LibvirtFailure {
        if (!lockForEnd()) {
            return;
        }
        try {
            if (!ended) {
                ended = true;
                release();
            }
        } catch (LibvirtException e) {
            throw LibvirtFailure.of(e);
        } finally {
            guard.writeLock().unlock();
        }
    }

    private boolean lockForEnd() {
        try {
            return guard.writeLock().tryLock(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void release() throws LibvirtException {
        synchronized (callbacks) {
            // each call-back holds a reference, and only the last one closes the socket
            callbacks.keySet().forEach(id -> LIBRARY.virConnectDomainEventDeregisterAny(pointer(), id));
            if (closeListener) {
                unregisterCloseListener();
            }
        }
        close();
    }
}
