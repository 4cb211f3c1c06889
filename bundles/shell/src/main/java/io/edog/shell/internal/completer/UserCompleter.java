package io.edog.shell.internal.completer;

import io.edog.api.model.User;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Offers users. */
@Service
public class UserCompleter extends NamesCompleter {

    public UserCompleter() {
        super(User.class);
    }
}
