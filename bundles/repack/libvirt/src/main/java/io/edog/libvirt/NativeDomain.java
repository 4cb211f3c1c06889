package io.edog.libvirt;

import static io.edog.libvirt.NativeLibvirt.LIBRARY;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A reference to a domain, to be closed. */
final class NativeDomain implements AutoCloseable {
    private static final int UUID_STRING_BUFFER = 37;

    private final Pointer domain;

    NativeDomain(Pointer domain) {
        this.domain = domain;
    }

    static NativeDomain lookUp(Pointer connect, String uuid) throws LibvirtFailure {
        Pointer found = LIBRARY.virDomainLookupByUUIDString(connect, uuid);
        if (found == null) {
            throw LibvirtFailure.last("virDomainLookupByUUIDString");
        }
        return new NativeDomain(found);
    }

    static String uuid(Pointer domain) {
        byte[] into = new byte[UUID_STRING_BUFFER];
        LIBRARY.virDomainGetUUIDString(domain, into);
        return new String(into, 0, UUID_STRING_BUFFER - 1, StandardCharsets.US_ASCII);
    }

    /** Empty if it is gone meanwhile. */
    Optional<DomainStatus> status() throws LibvirtFailure {
        IntByReference state = new IntByReference();
        IntByReference reason = new IntByReference();
        if (LIBRARY.virDomainGetState(domain, state, reason, 0) < 0) {
            LibvirtFailure failure = LibvirtFailure.last("virDomainGetState");
            if (failure.noDomain()) {
                return Optional.empty();
            }
            throw failure;
        }
        return Optional.of(new DomainStatus(
                uuid(domain),
                LIBRARY.virDomainGetID(domain),
                LIBRARY.virDomainGetName(domain),
                state.getValue(),
                reason.getValue()));
    }

    void shutdown(int flags) throws LibvirtFailure {
        check("virDomainShutdownFlags", LIBRARY.virDomainShutdownFlags(domain, flags));
    }

    void destroy(int flags) throws LibvirtFailure {
        check("virDomainDestroyFlags", LIBRARY.virDomainDestroyFlags(domain, flags));
    }

    private static void check(String call, int result) throws LibvirtFailure {
        if (result < 0) {
            throw LibvirtFailure.last(call);
        }
    }

    @Override
    public void close() {
        LIBRARY.virDomainFree(domain);
    }
}
