package io.edog.shell.internal.command;

import io.edog.api.view.BackupView;
import io.edog.shell.internal.call.Call;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code edog:db-backup}. */
@Service
@Command(
        scope = "edog",
        name = "db-backup",
        description = "Takes a backup of the whole state to this manager's disk, and restores it on trial")
@Parsing(OptionsFirst.class)
public class DbBackup extends EdogCommand {

    @Override
    protected void run(Call call) throws InterruptedException {
        BackupView taken = BackupView.of(Call.await(
                call.backups().take(call.principal()), call.edge().limits().task(), "The backup"));
        call.output()
                .show(
                        taken,
                        taken.path() + ": index " + taken.index() + ", " + taken.objects() + " objects, state hash "
                                + taken.stateHash() + "; restored on trial.");
    }
}
