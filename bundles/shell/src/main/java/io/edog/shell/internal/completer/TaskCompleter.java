package io.edog.shell.internal.completer;

import io.edog.api.model.Task;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers tasks. */
@Service
public class TaskCompleter extends NamesCompleter {

    public TaskCompleter() {
        super(Task.class);
    }
}
