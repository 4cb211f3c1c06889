package io.edog.shell.internal.command;

import io.edog.api.model.User;
import io.edog.api.view.ListView;
import io.edog.api.view.UserView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.Ids;
import io.edog.shell.internal.text.Table;
import java.time.temporal.ChronoUnit;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:user-list}. */
@Service
@Command(scope = "edog", name = "user-list", description = "Lists users and their roles")
@Parsing(OptionsFirst.class)
public class UserList extends EdogCommand {

    @Override
    protected void run(Call call) {
        ListView<UserView> body = ListView.whole(
                call.view().list(User.class).stream().map(UserView::of).toList());
        Table table = new Table()
                .column("Name", 24)
                .column("Roles", 24)
                .column("Locked", 6)
                .column("Created", 20)
                .column("Id", 8)
                .whenEmpty("There are no users.");
        body.items()
                .forEach(user -> table.row(
                        user.name(),
                        String.join(", ", user.roles()),
                        user.locked() ? "yes" : "no",
                        user.createdAt().truncatedTo(ChronoUnit.SECONDS),
                        Ids.brief(user.id())));
        call.output().show(body, table);
    }
}
