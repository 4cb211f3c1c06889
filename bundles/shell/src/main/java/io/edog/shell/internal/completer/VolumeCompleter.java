package io.edog.shell.internal.completer;

import io.edog.api.model.Volume;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers volumes. */
@Service
public class VolumeCompleter extends NamesCompleter {

    public VolumeCompleter() {
        super(Volume.class);
    }
}
