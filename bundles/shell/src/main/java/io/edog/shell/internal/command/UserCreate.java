package io.edog.shell.internal.command;

import io.edog.api.model.User;
import io.edog.api.service.Roles;
import io.edog.api.view.UserView;
import io.edog.shell.internal.call.Call;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** {@code edog:user-create}. */
@Service
@Command(
        scope = "edog",
        name = "user-create",
        description = "Creates a user; the password is asked for, or read as the first line of standard input")
@Parsing(OptionsFirst.class)
public class UserCreate extends EdogCommand {

    @Argument(name = "name", description = "What they type to log in", required = true)
    private String name;

    @Option(name = "--role", description = "A role: administrator or user; may be repeated", multiValued = true)
    @Completion(
            value = StringsCompleter.class,
            values = {Roles.ADMINISTRATOR, Roles.USER})
    private List<String> roles = List.of(Roles.USER);

    @Override
    protected void run(Call call) throws InterruptedException, IOException {
        String password = Passwords.ask(call.person(), name);
        String id = call.await(
                call.accounts().createUser(call.principal(), name, password, Set.copyOf(roles), Optional.empty()),
                "Creating the user");
        User user = call.find(User.class, id);
        call.output().show(UserView.of(user), "User " + user.name() + " (" + id + ") is created.");
    }
}
