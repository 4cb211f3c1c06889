package io.edog.libvirt;

import java.util.function.Consumer;
import org.libvirt.Connect;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.libvirt.jna.Libvirt;

/**
 * libvirt's event loop on a thread of its own: without it there are neither events nor keep-alive. A process needs one,
 * started before the first connection is opened. libvirt prints no errors on stderr from then on.
 */
public final class EventLoop implements AutoCloseable {
    /** Every error comes back as an exception too: the native copy on stderr says nothing new. libvirt holds no reference. */
    private static final Libvirt.VirErrorCallback SILENT = (user, error) -> {};

    private static final long STOP_LIMIT_MS = 5_000;

    private final Thread thread;

    private EventLoop(Thread thread) {
        this.thread = thread;
    }

    /**
     * Starts it.
     *
     * @param failed told what ends the loop before it is closed
     */
    public static EventLoop start(Consumer<String> failed) throws LibvirtFailure {
        try {
            Connect.setErrorCallback(SILENT);
            Library.initEventLoop();
        } catch (LibvirtException e) {
            throw LibvirtFailure.of(e);
        }
        Thread thread = new Thread(() -> run(failed), "edog-libvirt-events");
        thread.setDaemon(true);
        thread.start();
        return new EventLoop(thread);
    }

    private static void run(Consumer<String> failed) {
        try {
            Library.runEventLoop();
        } catch (LibvirtException e) {
            failed.accept(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it; events and keep-alive of connections that are still open stop with it. */
    @Override
    public void close() {
        try {
            Library.stopEventLoop();
            thread.join(STOP_LIMIT_MS);
        } catch (LibvirtException e) {
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
