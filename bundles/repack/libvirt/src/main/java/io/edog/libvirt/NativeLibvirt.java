package io.edog.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/** The functions of libvirt's C API that its Java binding lacks or does not show whole. Names and numbers are libvirt's. */
interface NativeLibvirt extends Library {
    NativeLibvirt LIBRARY = Native.load("virt", NativeLibvirt.class);

    int VIR_DOMAIN_EVENT_ID_LIFECYCLE = 0;

    /** Called on the thread of the event loop. */
    interface LifecycleCallback extends Callback {
        int invoke(Pointer connect, Pointer domain, int event, int detail, @Nullable Pointer opaque);
    }

    int virConnectListAllDomains(Pointer connect, PointerByReference domains, int flags);

    int virConnectDomainEventRegisterAny(
            Pointer connect,
            @Nullable Pointer domain,
            int event,
            LifecycleCallback callback,
            @Nullable Pointer opaque,
            @Nullable Pointer freeOpaque);

    int virConnectDomainEventDeregisterAny(Pointer connect, int callback);

    @Nullable
    Pointer virConnectGetDomainCapabilities(
            Pointer connect,
            @Nullable String emulator,
            @Nullable String arch,
            @Nullable String machine,
            String virtType,
            int flags);

    @Nullable
    Pointer virDomainLookupByUUIDString(Pointer connect, String uuid);

    int virDomainGetUUIDString(Pointer domain, byte[] into);

    String virDomainGetName(Pointer domain);

    int virDomainGetID(Pointer domain);

    int virDomainGetState(Pointer domain, IntByReference state, IntByReference reason, int flags);

    int virDomainShutdownFlags(Pointer domain, int flags);

    int virDomainDestroyFlags(Pointer domain, int flags);

    int virDomainFree(Pointer domain);

    int virGetLastErrorCode();

    @Nullable
    String virGetLastErrorMessage();
}
