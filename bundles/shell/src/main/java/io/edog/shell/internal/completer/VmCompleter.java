package io.edog.shell.internal.completer;

import io.edog.api.model.Vm;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers VMs. */
@Service
public class VmCompleter extends NamesCompleter {

    public VmCompleter() {
        super(Vm.class);
    }
}
