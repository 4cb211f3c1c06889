package io.edog.shell.internal.completer;

import io.edog.api.model.Template;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers templates. */
@Service
public class TemplateCompleter extends NamesCompleter {

    public TemplateCompleter() {
        super(Template.class);
    }
}
