package io.edog.shell.internal.completer;

import io.edog.api.model.Host;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers hosts. */
@Service
public class HostCompleter extends NamesCompleter {

    public HostCompleter() {
        super(Host.class);
    }
}
