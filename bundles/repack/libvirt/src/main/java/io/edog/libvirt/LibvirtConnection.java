package io.edog.libvirt;

import static io.edog.libvirt.NativeLibvirt.LIBRARY;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;

/**
 * One connection to libvirt's daemon. Thread-safe. Any call, and opening most of all, may block for ever when the daemon
 * hangs: callers bring their own time limit.
 */
public final class LibvirtConnection implements AutoCloseable {
    private static final int VIR_DOMAIN_METADATA_ELEMENT = 2;
    private static final int VIR_DOMAIN_AFFECT_LIVE = 1;
    private static final int VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN = 1;
    private static final int VIR_DOMAIN_REBOOT_ACPI_POWER_BTN = 1;
    private static final int VIR_DOMAIN_DESTROY_GRACEFUL = 1;

    private final Handle handle;

    private LibvirtConnection(Handle handle) {
        this.handle = handle;
    }

    /** Connects. {@link EventLoop} should run by then, or keep-alive and events will not work. */
    public static LibvirtConnection open(String uri) throws LibvirtFailure {
        try {
            return new LibvirtConnection(new Handle(uri));
        } catch (LibvirtException e) {
            throw LibvirtFailure.of(e);
        }
    }

    /** Lets calls fail once the daemon was silent for {@code seconds * (count + 1)}. */
    public void keepAlive(int seconds, int count) throws LibvirtFailure {
        handle.use(connect -> connect.setKeepAlive(seconds, count));
    }

    /** Whether the connection still stands, as far as is known here; asks nobody. */
    public boolean alive() {
        try {
            return handle.use(Handle::isAlive);
        } catch (LibvirtFailure e) {
            return false;
        }
    }

    /** Version of the daemon, such as {@code 9.0.0}. */
    public String version() throws LibvirtFailure {
        long number = handle.use(Handle::getLibVersion);
        return number / 1_000_000 + "." + number / 1_000 % 1_000 + "." + number % 1_000;
    }

    /** All domains, active and not. */
    public List<DomainStatus> domains() throws LibvirtFailure {
        return handle.use(connect -> {
            PointerByReference array = new PointerByReference();
            int count = LIBRARY.virConnectListAllDomains(connect.pointer(), array, 0);
            if (count < 0) {
                throw LibvirtFailure.last("virConnectListAllDomains");
            }
            try {
                return statusOf(array.getValue().getPointerArray(0, count));
            } finally {
                Native.free(Pointer.nativeValue(array.getValue()));
            }
        });
    }

    /** One domain; empty if there is none. */
    public Optional<DomainStatus> domain(String uuid) throws LibvirtFailure {
        return handle.use(connect -> {
            try (NativeDomain domain = NativeDomain.lookUp(connect.pointer(), uuid)) {
                return domain.status();
            } catch (LibvirtFailure e) {
                if (e.noDomain()) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private static List<DomainStatus> statusOf(Pointer[] domains) throws LibvirtFailure {
        List<DomainStatus> found = new ArrayList<>(domains.length);
        for (Pointer each : domains) {
            try (NativeDomain domain = new NativeDomain(each)) {
                domain.status().ifPresent(found::add);
            }
        }
        return found;
    }

    /** Creates a transient domain; flags are {@code virDomainCreateFlags}. */
    public void create(String xml, int flags) throws LibvirtFailure {
        handle.use(connect -> connect.domainCreateXML(xml, flags).free());
    }

    /** A metadata element of a live domain; empty if it has none of that namespace, or is gone. */
    public Optional<String> metadata(String uuid, String namespace) throws LibvirtFailure {
        try {
            return Optional.of(
                    on(uuid, it -> it.getMetadata(VIR_DOMAIN_METADATA_ELEMENT, namespace, VIR_DOMAIN_AFFECT_LIVE)));
        } catch (LibvirtFailure e) {
            if (e.noMetadata() || e.noDomain()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public void resume(String uuid) throws LibvirtFailure {
        on(uuid, domain -> {
            domain.resume();
            return uuid;
        });
    }

    public void suspend(String uuid) throws LibvirtFailure {
        on(uuid, domain -> {
            domain.suspend();
            return uuid;
        });
    }

    /** Asks the guest to restart itself, by ACPI. */
    public void reboot(String uuid) throws LibvirtFailure {
        on(uuid, domain -> {
            domain.reboot(VIR_DOMAIN_REBOOT_ACPI_POWER_BTN);
            return uuid;
        });
    }

    public void reset(String uuid) throws LibvirtFailure {
        on(uuid, domain -> {
            domain.reset();
            return uuid;
        });
    }

    /** Presses ACPI's power button. */
    public void pressPowerButton(String uuid) throws LibvirtFailure {
        handle.use(connect -> {
            try (NativeDomain domain = NativeDomain.lookUp(connect.pointer(), uuid)) {
                domain.shutdown(VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN);
            }
            return uuid;
        });
    }

    /** Ends a domain; gracefully means that QEMU gets time to flush, and that it fails if it does not end. */
    public void destroy(String uuid, boolean gracefully) throws LibvirtFailure {
        handle.use(connect -> {
            try (NativeDomain domain = NativeDomain.lookUp(connect.pointer(), uuid)) {
                domain.destroy(gracefully ? VIR_DOMAIN_DESTROY_GRACEFUL : 0);
            }
            return uuid;
        });
    }

    /** libvirt's XML on what domains of a type such as {@code kvm} can have here; fails if there can be none. */
    public String domainCapabilities(String type) throws LibvirtFailure {
        return handle.use(connect -> {
            Pointer text = LIBRARY.virConnectGetDomainCapabilities(connect.pointer(), null, null, null, type, 0);
            if (text == null) {
                throw LibvirtFailure.last("virConnectGetDomainCapabilities");
            }
            try {
                return text.getString(0, "UTF-8");
            } finally {
                Native.free(Pointer.nativeValue(text));
            }
        });
    }

    /** Tells what happens to domains until the connection is closed. */
    public void onLifecycle(LifecycleListener listener) throws LibvirtFailure {
        handle.use(connect -> connect.listen((on, domain, event, detail, opaque) -> {
            listener.happened(NativeDomain.uuid(domain), event, detail);
            return 0;
        }));
    }

    /** Tells once, from the event loop, that the connection broke. */
    public void onClose(Runnable closed) throws LibvirtFailure {
        handle.use(connect -> connect.listenForClose(closed));
    }

    /** Ends it once the calls that are open have come back; may block as any call. */
    @Override
    public void close() throws LibvirtFailure {
        handle.end();
    }

    private <T> T on(String uuid, DomainCall<T> call) throws LibvirtFailure {
        return handle.use(connect -> {
            Domain domain = connect.domainLookupByUUIDString(uuid);
            try {
                return call.on(domain);
            } finally {
                domain.free();
            }
        });
    }

    private interface DomainCall<T> {
        T on(Domain domain) throws LibvirtException;
    }
}
