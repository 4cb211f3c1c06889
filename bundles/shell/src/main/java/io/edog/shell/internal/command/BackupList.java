package io.edog.shell.internal.command;

import io.edog.api.export.Backups;
import io.edog.api.view.BackupsView;
import io.edog.shell.internal.call.Call;
import io.edog.shell.internal.text.Amounts;
import io.edog.shell.internal.text.Table;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:backup-list}. */
@Service
@Command(scope = "edog", name = "backup-list", description = "Lists the backups on this manager's disk")
@Parsing(OptionsFirst.class)
public class BackupList extends EdogCommand {

    @Override
    protected void run(Call call) {
        Backups backups = call.backups();
        BackupsView body = BackupsView.of(backups.list(call.principal()), backups.trouble());
        body.trouble().ifPresent(why -> call.output().progress("The last backup could not be taken: " + why));
        call.output().show(body, table(body));
    }

    private static Table table(BackupsView body) {
        Table table = new Table()
                .column("Taken", 20)
                .number("Index", 10)
                .number("Objects", 9)
                .number("Size", 9)
                .column("Name", 48)
                .whenEmpty("There are no backups.");
        body.items()
                .forEach(backup -> table.row(
                        backup.at().toString().substring(0, 19) + "Z",
                        Long.toString(backup.index()),
                        Long.toString(backup.objects()),
                        Amounts.size(backup.bytes()),
                        backup.name()));
        return table;
    }
}
