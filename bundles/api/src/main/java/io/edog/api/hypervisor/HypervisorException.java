package io.edog.api.hypervisor;

/** The hypervisor refused. Its message is the hypervisor's word; nothing was begun. */
public class HypervisorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HypervisorException(String message, Throwable cause) {
        super(message, cause);
    }

    public HypervisorException(String message) {
        super(message);
    }
}
