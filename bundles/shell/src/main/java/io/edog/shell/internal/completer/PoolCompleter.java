package io.edog.shell.internal.completer;

import io.edog.api.model.Pool;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers pools. */
@Service
public class PoolCompleter extends NamesCompleter {

    public PoolCompleter() {
        super(Pool.class);
    }
}
