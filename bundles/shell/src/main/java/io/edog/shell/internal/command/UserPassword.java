package io.edog.shell.internal.command;

import io.edog.api.model.User;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.completer.UserCompleter;
import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:user-password}. */
@Service
@Command(
        scope = "edog",
        name = "user-password",
        description = "Sets a password; it is asked for, or read as the first line of standard input")
@Parsing(OptionsFirst.class)
public class UserPassword extends EdogCommand {

    @Argument(name = "user", description = "Name or id of the user", required = true)
    @Completion(UserCompleter.class)
    private String user;

    @Override
    protected void run(Call call) throws InterruptedException, IOException {
        User found = call.find(User.class, user);
        String password = Passwords.ask(call.person(), found.name());
        call.await(call.accounts().setPassword(call.principal(), found.id(), password), "Setting the password");
        if (!call.output().json()) {
            call.output().text("The password of " + found.name() + " is set.");
        }
    }
}
