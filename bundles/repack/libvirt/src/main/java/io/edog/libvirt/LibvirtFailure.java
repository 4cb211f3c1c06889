package io.edog.libvirt;

import java.util.Optional;
import org.libvirt.Error;
import org.libvirt.LibvirtException;

/** A call to libvirt failed. The message is libvirt's own. */
public final class LibvirtFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int VIR_ERR_NO_DOMAIN = 42;
    private static final int VIR_ERR_NO_DOMAIN_METADATA = 80;
    private static final int ECONNREFUSED = 111;

    private final int code;
    private final boolean connectionRefused;

    private LibvirtFailure(String message, Throwable cause, int code, boolean connectionRefused) {
        super(message, cause);
        this.code = code;
        this.connectionRefused = connectionRefused;
    }

    static LibvirtFailure of(LibvirtException e) {
        Optional<Error> error = Optional.ofNullable(e.getError());
        return new LibvirtFailure(
                error.map(Error::getMessage).orElse(String.valueOf(e.getMessage())),
                e,
                error.map(it -> code(it)).orElse(0),
                error.filter(LibvirtFailure::refused).isPresent());
    }

    /** Of the last call to libvirt on this thread. */
    static LibvirtFailure last(String call) {
        int code = NativeLibvirt.LIBRARY.virGetLastErrorCode();
        String message = Optional.ofNullable(NativeLibvirt.LIBRARY.virGetLastErrorMessage())
                .orElse("libvirt gives no reason");
        return new LibvirtFailure(message, new IllegalStateException(call), code, false);
    }

    static LibvirtFailure closed() {
        return new LibvirtFailure("the connection to libvirt is closed", new IllegalStateException("closed"), 0, false);
    }

    private static int code(Error error) {
        return switch (error.getCode()) {
            case VIR_ERR_NO_DOMAIN -> VIR_ERR_NO_DOMAIN;
            case VIR_ERR_NO_DOMAIN_METADATA -> VIR_ERR_NO_DOMAIN_METADATA;
            default -> 0;
        };
    }

    private static boolean refused(Error error) {
        return error.getCode() == Error.ErrorNumber.VIR_ERR_SYSTEM_ERROR && error.getInt1() == ECONNREFUSED;
    }

    /** Whether there is no such domain. */
    public boolean noDomain() {
        return code == VIR_ERR_NO_DOMAIN;
    }

    /** Whether the domain has no metadata of the namespace asked for. */
    public boolean noMetadata() {
        return code == VIR_ERR_NO_DOMAIN_METADATA;
    }

    /** Whether nobody listens at the daemon's socket: it is dead, not slow. */
    public boolean connectionRefused() {
        return connectionRefused;
    }
}
