package io.edog.api.hypervisor;

/** The hypervisor can't be reached or did not answer in time. A call may have been carried out, or may still be. */
public class HypervisorSilentException extends HypervisorException {
    private static final long serialVersionUID = 1L;

    public HypervisorSilentException(String message, Throwable cause) {
        super(message, cause);
    }

    public HypervisorSilentException(String message) {
        super(message);
    }
}
