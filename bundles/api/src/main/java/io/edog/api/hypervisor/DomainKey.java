package io.edog.api.hypervisor;

/**
 * One run of one VM.
 *
 * @param vm id of the VM, a UUID
 * @param run number of the run
 */
public record DomainKey(String vm, long run) {
    @Override
    public String toString() {
        return vm + " run " + run;
    }
}
