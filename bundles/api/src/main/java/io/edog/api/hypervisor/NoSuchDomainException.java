package io.edog.api.hypervisor;

/** The run that was named has no domain: it has ended, or another run has taken its place. */
public class NoSuchDomainException extends HypervisorException {
    private static final long serialVersionUID = 1L;

    public NoSuchDomainException(DomainKey key) {
        super("there is no domain of " + key);
    }
}
